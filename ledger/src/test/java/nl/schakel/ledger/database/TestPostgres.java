package nl.schakel.ledger.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.ledger.database.Schemas.Room;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL 18 for all tests of a process; a fresh database for whoever asks. */
public final class TestPostgres {

    private static final List<String> ROLES =
            List.of("append", "project", "web", "audit", "verify", "vault");
    private static final EmbeddedPostgres POSTGRES = started();

    private TestPostgres() {}

    /** A new database with these rooms, and a password for each role. */
    public static Database fresh(Room... rooms) {
        var database = empty();
        Schemas.migrate(database, List.of(rooms));
        return database;
    }

    /** A new database with nothing in it. */
    public static Database empty() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER schakel_migrate");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var passwords = new HashMap<String, String>();
        ROLES.forEach(role -> passwords.put(role, "test-" + role));
        passwords.put("migrate", "test-migrate");
        return new Database(
                "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name,
                Map.copyOf(passwords));
    }

    /** The same database as its superuser, to look behind the walls. */
    public static JdbcClient superuser(Database database) {
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return JdbcClient.create(POSTGRES.getDatabase("postgres", name));
    }

    /** The same, as a connection of its own. */
    public static Connection asSuperuser(Database database) throws SQLException {
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return POSTGRES.getDatabase("postgres", name).getConnection();
    }

    /** Where PostgreSQL keeps its files, to search them. */
    public static Path files(Database database) {
        return Path.of(superuser(database).sql("SHOW data_directory").query(String.class).single());
    }

    private static EmbeddedPostgres started() {
        try {
            var postgres =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "300")
                            .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "CREATE ROLE schakel_migrate LOGIN CREATEROLE PASSWORD 'test-migrate'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

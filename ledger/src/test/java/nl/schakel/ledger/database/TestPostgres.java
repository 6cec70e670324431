package nl.schakel.ledger.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.ledger.database.Schemas.Room;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL 18 for all tests of a process; a fresh database for whoever asks. */
public final class TestPostgres {

    private static final Map<List<Room>, String> MIGRATED = new HashMap<>();
    private static final EmbeddedPostgres POSTGRES = started();

    private TestPostgres() {}

    /** A new database with these rooms, and a password for each role: a copy of the first one. */
    public static synchronized Database fresh(Room... rooms) {
        var first =
                MIGRATED.computeIfAbsent(
                        List.of(rooms),
                        wanted -> {
                            var database = empty();
                            Schemas.migrate(database, wanted);
                            return name(database);
                        });
        return created(" TEMPLATE " + first);
    }

    /** A new database with nothing in it. */
    public static Database empty() {
        return created("");
    }

    private static Database created(String like) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(POSTGRES.getPostgresDatabase())
                .sql("CREATE DATABASE " + name + like + " OWNER schakel_migrate")
                .update();
        return new Database(
                "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name,
                TestRoles.PASSWORDS);
    }

    private static String name(Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    /** The same database, on whatever server, as its superuser, to look behind the walls. */
    public static JdbcClient superuser(Database database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", ""));
    }

    /** The same, as a connection of its own. */
    public static Connection asSuperuser(Database database) throws SQLException {
        return POSTGRES.getDatabase("postgres", name(database)).getConnection();
    }

    /** Where PostgreSQL keeps its files, to search them. */
    public static Path files(Database database) {
        return Path.of(superuser(database).sql("SHOW data_directory").query(String.class).single());
    }

    private static String shown(EmbeddedPostgres postgres, String setting) {
        return JdbcClient.create(postgres.getPostgresDatabase())
                .sql("SHOW " + setting)
                .query(String.class)
                .single();
    }

    private static EmbeddedPostgres started() {
        try {
            var postgres =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "300")
                            .setServerConfig("track_commit_timestamp", "on")
                            .setRegisterShutdownHook(false)
                            .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "CREATE ROLE schakel_migrate LOGIN CREATEROLE PASSWORD 'test-migrate'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            var data = Path.of(shown(postgres, "data_directory"));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> thrownAway(data)));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Nothing in it is needed any more: it is killed, for a clean stop writes everything to disk.
     */
    private static void thrownAway(Path data) {
        try {
            var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package nl.schakel.benchmarks.place;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.benchmarks.harness.Cpu;
import nl.schakel.ledger.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL 18 of its own that loses nothing: fsync, full pages and commits that wait. */
public final class DurablePostgres implements AutoCloseable {

    /** What counts for every figure; all else is as PostgreSQL comes. */
    public static final Map<String, String> SETTINGS =
            Map.of(
                    "fsync", "on",
                    "full_page_writes", "on",
                    "synchronous_commit", "on",
                    "max_connections", "200",
                    "max_wal_size", "4GB");

    private static final List<String> ROLES =
            List.of("migrate", "append", "project", "web", "audit", "verify", "vault");

    private final EmbeddedPostgres server;

    private DurablePostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it on new data, which go when it is closed. */
    public static DurablePostgres start() {
        return start(Map.of());
    }

    /** The same, with these settings too. */
    public static DurablePostgres start(Map<String, String> besides) {
        try {
            var builder = EmbeddedPostgres.builder();
            SETTINGS.forEach(builder::setServerConfig);
            besides.forEach(builder::setServerConfig);
            var postgres = new DurablePostgres(builder.start());
            JdbcClient.create(postgres.server.getPostgresDatabase())
                    .sql("CREATE ROLE schakel_migrate LOGIN CREATEROLE PASSWORD 'measured-migrate'")
                    .update();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database with nothing in it. */
    public Database empty(String name) {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("CREATE DATABASE " + name + " OWNER schakel_migrate")
                .update();
        var passwords = new HashMap<String, String>();
        ROLES.forEach(role -> passwords.put(role, "measured-" + role));
        return new Database(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                Map.copyOf(passwords));
    }

    /** One connection that may do everything. */
    public static Connection superuser(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "postgres");
    }

    /** The same, for questions that come one by one. */
    public static SingleConnectionDataSource one(Database database) {
        return new SingleConnectionDataSource(database.url(), "postgres", "postgres", true);
    }

    /** A pool that may do everything, for what is measured beside us. */
    public static HikariDataSource pool(
            Database database, String schema, int size, boolean commits) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url() + "?currentSchema=" + schema);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(size);
        config.setAutoCommit(commits);
        return new HikariDataSource(config);
    }

    /** The time that this JVM and this server take. */
    public Cpu cpu() {
        var data =
                JdbcClient.create(server.getPostgresDatabase())
                        .sql("SHOW data_directory")
                        .query(String.class)
                        .single();
        try {
            var pid = Files.readAllLines(Path.of(data, "postmaster.pid")).getFirst();
            return new Cpu(Long.parseLong(pid.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package nl.schakel.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.schakel.access.fit.Unfit;
import nl.schakel.ledger.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL 18 of its own, on loopback, whose data stays between runs. */
public final class LocalPostgres implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Database database;

    private LocalPostgres(EmbeddedPostgres server, Database database) {
        this.server = server;
        this.database = database;
    }

    /** Starts it on the data of this home, made at the first run. */
    static LocalPostgres start(Home home) {
        return start(home, home.postgres());
    }

    /** Starts it on these data, with the passwords and the programs of this home. */
    public static LocalPostgres start(Home home, Path data) {
        try {
            var log = Redirect.appendTo(home.logs().resolve("postgres.log").toFile());
            var server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(home.programs().toFile())
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(AT_MOST)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "100")
                            .setOutputRedirector(log)
                            .setErrorRedirector(log)
                            .start();
            var url = "jdbc:postgresql://localhost:" + server.getPort() + "/schakel";
            return new LocalPostgres(server, new Database(url, home.passwords())).prepared();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the services get in. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalPostgres prepared() {
        var jdbc = JdbcClient.create(server.getPostgresDatabase());
        if (jdbc.sql("SELECT 1 FROM pg_roles WHERE rolname = 'schakel_migrate'")
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            jdbc.sql("CREATE ROLE schakel_migrate LOGIN CREATEROLE").update();
        }
        if (jdbc.sql("SELECT 1 FROM pg_database WHERE datname = 'schakel'")
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            jdbc.sql("CREATE DATABASE schakel OWNER schakel_migrate").update();
        }
        return this;
    }

    /**
     * A server whose process was killed is still there; it is asked to stop and given time to,
     * never killed.
     */
    public static void stopWhatWasLeftBehind(Home home) {
        var pidFile = home.postgres().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            var left =
                    ProcessHandle.of(pid)
                            .filter(p -> p.info().command().orElse("").endsWith("postgres"));
            if (left.isPresent()) {
                left.get().destroy();
                left.get().onExit().get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new Unfit("An earlier PostgreSQL in " + home.postgres() + " does not stop.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

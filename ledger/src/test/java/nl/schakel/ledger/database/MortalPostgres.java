package nl.schakel.ledger.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of its own that can be killed, and started again on the same files and port. A
 * commit that did not wait for the disk is lost then: nothing writes it meanwhile.
 */
public final class MortalPostgres implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Path data;
    private EmbeddedPostgres server;

    public MortalPostgres() {
        try {
            data = Files.createTempDirectory("mortal").resolve("data");
            server = started(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its one database, with nothing in it. */
    public Database empty() {
        var postgres = JdbcClient.create(server.getPostgresDatabase());
        postgres.sql("CREATE ROLE schakel_migrate LOGIN CREATEROLE PASSWORD 'test-migrate'")
                .update();
        postgres.sql("CREATE DATABASE schakel OWNER schakel_migrate").update();
        var url = "jdbc:postgresql://localhost:" + server.getPort() + "/schakel";
        return new Database(url, TestRoles.PASSWORDS);
    }

    /** SIGKILL to the postmaster; its children see that it is gone, and end. */
    public void kill() throws IOException, InterruptedException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (postmaster.isAlive() || children.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("they do not end: " + children);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Starts it again, and nothing else: recovery is its own. */
    public void again() throws IOException {
        // This process still holds the lock of the one that was killed: a new file has a new lock.
        Files.deleteIfExists(data.resolve("epg-lock"));
        server = started(server.getPort());
    }

    /**
     * SIGKILL to one backend: PostgreSQL ends all others and recovers from its files, in a moment.
     */
    public void killBackend() throws SQLException {
        var url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
        try (var backend = DriverManager.getConnection(url, "postgres", "");
                var other = DriverManager.getConnection(url, "postgres", "")) {
            long pid = backend.unwrap(PGConnection.class).getBackendPID();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (other.isValid(1) || !answers(url)) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("it does not come back");
                }
            }
        }
    }

    private static boolean answers(String url) {
        try (var _ = DriverManager.getConnection(url, "postgres", "")) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        FileSystemUtils.deleteRecursively(data.getParent());
    }

    private EmbeddedPostgres started(int port) throws IOException {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("wal_writer_delay", "10s")
                        .setServerConfig("track_commit_timestamp", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}

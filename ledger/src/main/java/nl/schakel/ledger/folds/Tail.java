package nl.schakel.ledger.folds;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.ledger.database.Database;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that there is more to read: one LISTEN connection per process, and once a second in any
 * case.
 */
public final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final CopyOnWriteArrayList<Runnable> readers = new CopyOnWriteArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private final Database database;
    private final String role;
    private final Duration together;
    private final Thread thread;
    private volatile boolean open = true;

    /**
     * Listens as this role, from now on.
     *
     * @param together what comes so soon after a call is told with the next one; an idle ledger is
     *     heard at once
     */
    public Tail(Database database, String role, Duration together) {
        this.database = database;
        this.role = role;
        this.together = together;
        this.thread = Thread.ofPlatform().name("ledger-tail").daemon().start(this::run);
    }

    /** Calls this reader whenever there may be more; it must return at once. */
    void onMore(Runnable reader) {
        readers.add(reader);
    }

    /** How often readers were called: who read to the end since the last time has read all. */
    long calls() {
        return calls.get();
    }

    void forget(Runnable reader) {
        readers.remove(reader);
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (open) {
            try {
                listen();
            } catch (SQLException e) {
                LOG.warn(
                        "not listening to the ledger, asking it once a second: {}",
                        e.getSQLState());
                wake();
                pause(EVERY);
            }
        }
    }

    private void listen() throws SQLException {
        try (var connection = database.alone(role);
                var statement = connection.createStatement()) {
            statement.execute("LISTEN ledger");
            var notified = connection.unwrap(PGConnection.class);
            while (open) {
                notified.getNotifications((int) EVERY.toMillis());
                wake();
                pause(together);
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        calls.incrementAndGet();
        readers.forEach(Runnable::run);
    }
}

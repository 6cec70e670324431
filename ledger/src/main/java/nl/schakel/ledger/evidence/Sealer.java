package nl.schakel.ledger.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.Frontier;
import nl.schakel.ledger.tree.TreeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes signed checkpoints while facts come in. Of all processes of a deployment one does it: the
 * one that holds a lock in the database, on the very connection that it reads through.
 */
public final class Sealer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long LOCK = 5_351_721;
    private static final int AT_ONCE = 10_000;
    private static final int REST_MILLIS = 1_000;

    private final Database database;
    private final Evidence evidence;
    private final SealingKey key;
    private final InstantSource clock;
    private final long every;
    private final AtomicLong sealed = new AtomicLong();
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean sound = true;

    /**
     * Seals from now on.
     *
     * @param every at most this long after a fact was written it is under a checkpoint
     */
    public Sealer(
            Database database,
            Evidence evidence,
            SealingKey key,
            InstantSource clock,
            Duration every,
            MeterRegistry meters) {
        this.database = database;
        this.evidence = evidence;
        this.key = key;
        this.clock = clock;
        this.every = every.toMillis();
        Gauge.builder("schakel.evidence.sealed", sealed, AtomicLong::get)
                .baseUnit("facts")
                .register(meters);
        Gauge.builder("schakel.evidence.sound", () -> sound ? 1 : 0).register(meters);
        this.thread = Thread.ofPlatform().name("ledger-sealer").daemon().start(this::run);
    }

    /** Whether the ledger still holds what was sealed, as far as this process saw. */
    public boolean sound() {
        return sound;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        do {
            try (var connection = database.alone("append")) {
                if (elected(connection)) {
                    seal(connection);
                }
            } catch (SQLException | IOException e) {
                LOG.warn("not sealing for now: {}", e.toString());
            } catch (Rewritten e) {
                sound = false;
                LOG.error("not sealing any more: {}", e.getMessage());
                return;
            }
        } while (!rest(REST_MILLIS));
    }

    private static boolean elected(Connection connection) throws SQLException {
        try (var asked = connection.createStatement();
                var row = asked.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void seal(Connection connection) throws SQLException, IOException {
        try (var tree = TreeFile.write(evidence.tree())) {
            var frontier = asSealed(connection, tree);
            sealed.set(frontier.size());
            boolean closing;
            do {
                closing = rest(every);
                stillThere(connection, tree, frontier.size());
                take(connection, tree, frontier, Long.MAX_VALUE);
                if (frontier.size() > sealed.get()) {
                    tree.force();
                    write(frontier);
                }
            } while (!closing);
        }
    }

    /** The tree under the last checkpoint, made again from the ledger where the file lacks it. */
    private Frontier asSealed(Connection connection, TreeFile tree)
            throws SQLException, IOException {
        var last = evidence.checkpoints().last();
        long size = last.map(Checkpoint::size).orElse(0L);
        tree.cut(Math.min(size, tree.size()));
        var frontier = tree.frontier(tree.size());
        take(connection, tree, frontier, size);
        if (frontier.size() < size
                || last.isPresent() && !Arrays.equals(frontier.root(), last.get().root())) {
            throw new Rewritten("the ledger is not the one that was sealed");
        }
        stillThere(connection, tree, size);
        return frontier;
    }

    /** A ledger that was cut short would give positions away twice, and those were never sealed. */
    private static void stillThere(Connection connection, TreeFile tree, long position)
            throws SQLException {
        try (var asked =
                connection.prepareStatement("SELECT hash FROM ledger.fact WHERE position = ?")) {
            asked.setLong(1, position);
            try (var row = asked.executeQuery()) {
                if (position > 0
                        && !(row.next()
                                && Arrays.equals(
                                        Digest.leaf(position, row.getBytes(1)),
                                        tree.at(0, position - 1)))) {
                    throw new Rewritten("position " + position + " is not what was sealed");
                }
            }
        }
    }

    /** Reads what came after the tree, up to a position, into it. */
    private static void take(Connection connection, TreeFile tree, Frontier frontier, long upTo)
            throws SQLException, IOException {
        boolean more = true;
        while (more && frontier.size() < upTo) {
            more = takeSome(connection, tree, frontier, upTo);
        }
    }

    private static boolean takeSome(
            Connection connection, TreeFile tree, Frontier frontier, long upTo)
            throws SQLException, IOException {
        try (var asked =
                connection.prepareStatement(
                        """
                        SELECT position, hash FROM ledger.fact WHERE position > ? AND position <= ?
                        ORDER BY position LIMIT %d
                        """
                                .formatted(AT_ONCE))) {
            asked.setLong(1, frontier.size());
            asked.setLong(2, upTo);
            int taken = 0;
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    long position = rows.getLong(1);
                    if (position != frontier.size() + 1) {
                        throw new Rewritten("position " + (frontier.size() + 1) + " is missing");
                    }
                    tree.add(frontier.add(Digest.leaf(position, rows.getBytes(2))));
                    taken++;
                }
            }
            return taken == AT_ONCE;
        }
    }

    private void write(Frontier frontier) throws IOException {
        var before = evidence.checkpoints().last();
        evidence.checkpoints()
                .add(
                        Checkpoint.sign(
                                Checkpoint.Kind.SEALED,
                                frontier.size(),
                                frontier.root(),
                                clock.instant(),
                                before.map(Checkpoint::hash).orElse(Checkpoint.NOTHING),
                                key));
        sealed.set(frontier.size());
    }

    /** Waits, but not when it is closing; whether it is. */
    private boolean rest(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The ledger does not hold what was sealed: no new checkpoint may cover that up. */
    private static final class Rewritten extends RuntimeException {

        private static final long serialVersionUID = 1;

        Rewritten(String what) {
            super(what, null, false, false);
        }
    }
}

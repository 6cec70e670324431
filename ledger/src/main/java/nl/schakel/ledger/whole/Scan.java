package nl.schakel.ledger.whole;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.RowsOut;
import nl.schakel.ledger.folds.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts through, in the order of commit, however many there are: in constant memory. Rows are
 * read and parsed ahead by a thread of their own while others are taken.
 */
public final class Scan {

    private static final int TOGETHER = 500;
    private static final int AHEAD = 4;
    private static final int COLUMNS = 10;
    private static final ThreadFactory THREAD = Thread.ofPlatform().name("scan").daemon().factory();

    private final Connection connection;
    private final FactCodec codec;

    /**
     * Reads through this connection, which must not commit by itself; when who takes has had
     * enough, one that only reads is at its end at once, and another reads past what is left.
     */
    public Scan(Connection connection, FactCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    /** Takes one fact, with the hash under which it is stored. */
    public interface Taker {

        void take(Recorded recorded, byte[] hash) throws SQLException;
    }

    /**
     * Which facts: those after a position up to another that a fold follows and whose key is in one
     * of equal shares.
     *
     * @param after position, exclusive
     * @param upTo position, inclusive
     * @param fold in whose order, of whose kinds
     * @param share which of the shares, from 0
     * @param shares how many there are; 1 takes all
     */
    public record Range(long after, long upTo, Fold fold, int share, int shares) {

        /** A share of the keys is a range of the first 32 bits; ids are spread evenly over them. */
        private UUID bound(int share) {
            return new UUID(((1L << 32) * share / shares) << 32, 0);
        }

        private String sql() {
            var keys =
                    (share == 0 ? "" : " AND %1$s >= '%2$s'::uuid")
                            + (share == shares - 1 ? "" : " AND %1$s < '%3$s'::uuid");
            return """
            SELECT position, kind, stream, sequence, event_id, name, revision, payload, causation, hash
            FROM ledger.fact WHERE position > %d AND position <= %d"""
                            .formatted(after, upTo)
                    + kinds()
                    + keys.formatted(fold.order().sql(), bound(share), bound(share + 1))
                    + " ORDER BY position";
        }

        private String kinds() {
            var named =
                    fold.kinds().stream().sorted().collect(Collectors.joining("', '", "'", "'"));
            return fold.kinds().isEmpty() ? "" : " AND kind IN (" + named + ")";
        }
    }

    /** A fact that was read, and its hash. */
    private record Read(Recorded recorded, byte[] hash) {}

    /** Hands over each of these facts, in the thread that asks. */
    public void each(Range range, Taker taker) throws SQLException {
        var ahead = new ArrayBlockingQueue<List<Read>>(AHEAD);
        try (var thread = Executors.newSingleThreadExecutor(THREAD)) {
            var reading = thread.submit(() -> read(range, ahead));
            try {
                for (var some = ahead.take(); !some.isEmpty(); some = ahead.take()) {
                    for (var read : some) {
                        taker.take(read.recorded(), read.hash());
                    }
                }
                reading.get();
            } finally {
                reading.cancel(true);
            }
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static SQLException failed(@Nullable Throwable cause) {
        return switch (cause) {
            case SQLException known -> known;
            case RuntimeException known -> throw known;
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    /** Ends with none together, also when it fails: then the failure is the answer. */
    private @Nullable Void read(Range range, BlockingQueue<List<Read>> ahead)
            throws SQLException, InterruptedException {
        try (var rows = new RowsOut(connection, range.sql(), COLUMNS)) {
            var some = new ArrayList<Read>(TOGETHER);
            while (rows.next()) {
                some.add(read(rows));
                if (some.size() == TOGETHER) {
                    ahead.put(some);
                    some = new ArrayList<>(TOGETHER);
                }
            }
            if (!some.isEmpty()) {
                ahead.put(some);
            }
            return null;
        } finally {
            ahead.put(List.of());
        }
    }

    private Read read(RowsOut row) {
        long position = row.number();
        var kind = row.text();
        var stream = new StreamId(kind, Objects.requireNonNull(row.id()));
        long sequence = row.number();
        var event = Objects.requireNonNull(row.id());
        var fact = codec.read(row.text(), row.integer(), Objects.requireNonNull(row.bytes()));
        var causation = row.id();
        var recorded = new Recorded(position, stream, sequence, event, fact, causation);
        return new Read(recorded, Objects.requireNonNull(row.bytes()));
    }
}

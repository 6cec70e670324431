package nl.schakel.ledger.whole;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.folds.Fold;

/** Reads facts through, in the order of commit, however many there are: in constant memory. */
public final class Scan {

    private static final int AT_ONCE = 5_000;

    private final Connection connection;
    private final FactCodec codec;

    /** Reads through this connection, which must not commit by itself. */
    public Scan(Connection connection, FactCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    /** Takes one fact, with the hash under which it is stored. */
    public interface Taker {

        void take(Recorded recorded, byte[] hash) throws SQLException;
    }

    /**
     * Which facts: those after a position up to another whose key is in one of equal shares.
     *
     * @param after position, exclusive
     * @param upTo position, inclusive
     * @param order whose key
     * @param share which of the shares, from 0
     * @param shares how many there are; 1 takes all
     */
    public record Range(long after, long upTo, Fold.Order order, int share, int shares) {

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
            FROM ledger.fact WHERE position > ? AND position <= ?"""
                    + keys.formatted(order.sql(), bound(share), bound(share + 1))
                    + " ORDER BY position";
        }
    }

    /** Hands over each of these facts. */
    public void each(Range range, Taker taker) throws SQLException {
        try (var rows = connection.prepareStatement(range.sql())) {
            rows.setFetchSize(AT_ONCE);
            rows.setLong(1, range.after());
            rows.setLong(2, range.upTo());
            try (var row = rows.executeQuery()) {
                while (row.next()) {
                    taker.take(recorded(row), row.getBytes(10));
                }
            }
        }
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong(1),
                new StreamId(row.getString(2), row.getObject(3, UUID.class)),
                row.getLong(4),
                row.getObject(5, UUID.class),
                codec.read(row.getString(6), row.getInt(7), row.getBytes(8)),
                row.getObject(9, UUID.class));
    }
}

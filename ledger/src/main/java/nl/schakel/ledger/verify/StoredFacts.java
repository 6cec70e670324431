package nl.schakel.ledger.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import nl.schakel.ledger.database.RowsOut;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;

/** The whole ledger as the server streams it; texts stay the bytes that they are. */
final class StoredFacts implements Iterator<StoredFact>, AutoCloseable {

    private static final String ROWS =
            """
            SELECT position, hash, kind, stream::text, sequence::text, event_id::text, name,
                revision::text, person::text, actor::text, party::text, recorded_at, occurred_at,
                correlation::text, causation::text, trace, payload, once_key, once_request
            FROM ledger.fact ORDER BY position
            """;

    /** Columns of {@link #ROWS}: position and hash, then what the hash is over. */
    private static final int COLUMNS = StoredFact.COUNT + 2;

    private static final int RECORDED = 11;
    private static final int OCCURRED = 12;

    private final RowsOut rows;
    private @Nullable StoredFact next;

    /** Reads all in the transaction of this connection, which must not commit by itself. */
    StoredFacts(Connection connection) throws SQLException {
        this.rows = new RowsOut(connection, ROWS, COLUMNS);
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public StoredFact next() {
        var now = next;
        if (now == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
        return now;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    private @Nullable StoredFact read() throws SQLException {
        if (!rows.next()) {
            return null;
        }
        long position = rows.number();
        var hash = rows.bytes();
        var columns = new ArrayList<@Nullable Object>(StoredFact.COUNT);
        for (int column = 2; column < COLUMNS; column++) {
            boolean moment = column == RECORDED || column == OCCURRED;
            columns.add(moment ? rows.micros() : rows.bytes());
        }
        return new StoredFact(position, columns, hash == null ? new byte[0] : hash);
    }

    /** The database stopped answering: nothing can be said. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreadable(SQLException cause) {
            super(cause.getSQLState(), cause);
        }
    }
}

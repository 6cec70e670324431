package nl.schakel.ledger.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The whole ledger as the server streams it, in PostgreSQL's binary COPY format: while rows are
 * verified here, the next ones are read there. Texts stay the bytes that they are.
 */
final class StoredFacts implements Iterator<StoredFact>, AutoCloseable {

    private static final String ROWS =
            """
            COPY (SELECT position, hash, kind, stream::text, sequence::text, event_id::text, name,
                revision::text, person::text, actor::text, party::text, recorded_at, occurred_at,
                correlation::text, causation::text, trace, payload, once_key, once_request
            FROM ledger.fact ORDER BY position) TO STDOUT (FORMAT binary)
            """;

    /** Columns of {@link #ROWS}: position and hash, then what the hash is over. */
    private static final int COLUMNS = StoredFact.COUNT + 2;

    private static final int RECORDED = 11;
    private static final int OCCURRED = 12;
    private static final byte[] SIGNATURE =
            "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FLAGS = Integer.BYTES;

    /** From 1970 to 2000, where the server's moments begin, in microseconds. */
    private static final long BEFORE_2000 = 946_684_800_000_000L;

    private final Connection connection;
    private final CopyOut copy;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private boolean begun;
    private @Nullable StoredFact next;

    /** Reads all in the transaction of this connection, which must not commit by itself. */
    StoredFacts(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(ROWS);
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

    /** What was not read is left there; where the transaction goes on, it has to be read past. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive() && connection.isReadOnly()) {
            copy.cancelCopy();
        }
        while (copy.isActive() && copy.readFromCopy() != null) {
            message = ByteBuffer.allocate(0);
        }
    }

    private @Nullable StoredFact read() throws SQLException {
        while (!message.hasRemaining()) {
            var bytes = copy.readFromCopy();
            if (bytes == null) {
                return null;
            }
            message = ByteBuffer.wrap(bytes);
            if (!begun) {
                head();
            }
        }
        int columns = message.getShort();
        if (columns < 0) {
            return ended();
        }
        if (columns != COLUMNS) {
            throw new SQLException("a row of " + columns + " columns");
        }
        return fact();
    }

    /** The mark of the end was read; the server says that it is done. */
    private @Nullable StoredFact ended() throws SQLException {
        if (copy.readFromCopy() != null) {
            throw new SQLException("rows after the end");
        }
        return null;
    }

    private void head() throws SQLException {
        begun = true;
        var signature = new byte[SIGNATURE.length];
        message.get(signature);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new SQLException("this is no binary copy");
        }
        message.position(message.position() + FLAGS);
        message.position(message.position() + Integer.BYTES + message.getInt(message.position()));
    }

    private StoredFact fact() {
        message.getInt();
        long position = message.getLong();
        var hash = bytes();
        var columns = new ArrayList<@Nullable Object>(StoredFact.COUNT);
        for (int column = 2; column < COLUMNS; column++) {
            columns.add(column == RECORDED || column == OCCURRED ? moment() : bytes());
        }
        return new StoredFact(position, columns, hash == null ? new byte[0] : hash);
    }

    private byte @Nullable [] bytes() {
        int length = message.getInt();
        if (length < 0) {
            return null;
        }
        var bytes = new byte[length];
        message.get(bytes);
        return bytes;
    }

    private @Nullable Object moment() {
        return message.getInt() < 0 ? null : BEFORE_2000 + message.getLong();
    }

    /** The database stopped answering: nothing can be said. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreadable(SQLException cause) {
            super(cause.getSQLState(), cause);
        }
    }
}

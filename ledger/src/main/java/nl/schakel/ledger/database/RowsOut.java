package nl.schakel.ledger.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows as the server streams them, in PostgreSQL's binary COPY format: while some are worked on
 * here, the next ones are read there. Columns are asked for in their order, each once.
 */
public final class RowsOut implements AutoCloseable {

    /** With which the format begins; then come flags and how much more of a head there is. */
    static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    /** From 1970 to 2000, where the server's moments begin, in microseconds. */
    private static final long BEFORE_2000 = 946_684_800_000_000L;

    private final Connection connection;
    private final CopyOut copy;
    private final int columns;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private boolean begun;

    /**
     * Reads what a query says in the transaction of this connection, which must not commit by
     * itself and can do nothing else meanwhile.
     *
     * @param columns how many it has
     */
    public RowsOut(Connection connection, String query, int columns) throws SQLException {
        this.connection = connection;
        this.columns = columns;
        this.copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    }

    /** Goes to the next row; false when there is none. */
    public boolean next() throws SQLException {
        while (!message.hasRemaining()) {
            var bytes = copy.readFromCopy();
            if (bytes == null) {
                return false;
            }
            message = ByteBuffer.wrap(bytes);
            if (!begun) {
                head();
            }
        }
        int here = message.getShort();
        if (here < 0) {
            return ended();
        }
        if (here != columns) {
            throw new SQLException("a row of " + here + " columns");
        }
        return true;
    }

    /** A whole number of eight bytes, which is never absent. */
    public long number() {
        message.getInt();
        return message.getLong();
    }

    /** A whole number of four bytes, which is never absent. */
    public int integer() {
        message.getInt();
        return message.getInt();
    }

    /** The bytes of any column. */
    public byte @Nullable [] bytes() {
        int length = message.getInt();
        if (length < 0) {
            return null;
        }
        var bytes = new byte[length];
        message.get(bytes);
        return bytes;
    }

    /** A text, which is never absent. */
    public String text() {
        return new String(Objects.requireNonNull(bytes()), StandardCharsets.UTF_8);
    }

    /** An id. */
    public @Nullable UUID id() {
        return message.getInt() < 0 ? null : new UUID(message.getLong(), message.getLong());
    }

    /** A moment, in microseconds since 1970. */
    public @Nullable Long micros() {
        return message.getInt() < 0 ? null : Long.valueOf(BEFORE_2000 + message.getLong());
    }

    /**
     * What was not read is left there, and a connection that only reads can then only be closed;
     * another reads past it, and goes on.
     */
    @Override
    public void close() throws SQLException {
        if (copy.isActive() && connection.isReadOnly()) {
            copy.cancelCopy();
        }
        while (copy.isActive() && copy.readFromCopy() != null) {
            message = ByteBuffer.allocate(0);
        }
    }

    /** The mark of the end was read; the server says that it is done. */
    private boolean ended() throws SQLException {
        if (copy.readFromCopy() != null) {
            throw new SQLException("rows after the end");
        }
        return false;
    }

    private void head() throws SQLException {
        begun = true;
        var signature = new byte[SIGNATURE.length];
        message.get(signature);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new SQLException("this is no binary copy");
        }
        message.getInt();
        message.position(message.position() + Integer.BYTES + message.getInt(message.position()));
    }
}

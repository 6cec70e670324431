package nl.schakel.ledger.database;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one table, in PostgreSQL's binary COPY format: the quickest way in. Each
 * row says all its columns, in their order.
 */
public final class RowsIn {

    private static final int AT_ONCE = 1 << 16;
    private static final int UUIDS = 2950;
    private static final byte JSONB = 1;
    private static final short END = -1;

    private final CopyIn copy;
    private final int columns;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * AT_ONCE);
    private final DataOutputStream out = new DataOutputStream(waiting);

    /** Begins; until it is done the connection can do nothing else. */
    public RowsIn(Connection connection, String table, String... columns) throws SQLException {
        this.columns = columns.length;
        this.copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY %s (%s) FROM STDIN (FORMAT binary)"
                                        .formatted(table, String.join(", ", columns)));
        waiting.writeBytes(RowsOut.SIGNATURE);
        waiting.writeBytes(new byte[2 * Integer.BYTES]);
    }

    /** Begins one more row; its columns follow. */
    public RowsIn row() throws SQLException {
        if (waiting.size() >= AT_ONCE) {
            flush();
        }
        return write(() -> out.writeShort(columns));
    }

    /** A whole number of eight bytes. */
    public RowsIn number(long number) {
        return write(
                () -> {
                    out.writeInt(Long.BYTES);
                    out.writeLong(number);
                });
    }

    /** An id. */
    public RowsIn id(UUID id) {
        return write(() -> one(id));
    }

    /** Ids, in their order. */
    public RowsIn ids(Collection<UUID> ids) {
        return write(
                () -> {
                    boolean some = !ids.isEmpty();
                    int each = Integer.BYTES + 2 * Long.BYTES;
                    out.writeInt((some ? 5 : 3) * Integer.BYTES + ids.size() * each);
                    out.writeInt(some ? 1 : 0);
                    out.writeInt(0);
                    out.writeInt(UUIDS);
                    if (some) {
                        out.writeInt(ids.size());
                        out.writeInt(1);
                    }
                    for (var id : ids) {
                        one(id);
                    }
                });
    }

    /** Bytes as they are, or a text in UTF-8. */
    public RowsIn bytes(byte[] bytes) {
        return write(
                () -> {
                    out.writeInt(bytes.length);
                    out.write(bytes);
                });
    }

    /** JSON in UTF-8, for a column of type jsonb. */
    public RowsIn json(byte[] json) {
        return write(
                () -> {
                    out.writeInt(1 + json.length);
                    out.writeByte(JSONB);
                    out.write(json);
                });
    }

    /** All rows are in; the connection is free again. */
    public void done() throws SQLException {
        write(() -> out.writeShort(END));
        flush();
        copy.endCopy();
    }

    private void one(UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    /** What is written goes to memory, which never fails. */
    private interface Writing {

        void write() throws IOException;
    }

    private RowsIn write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void flush() throws SQLException {
        var bytes = waiting.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        waiting.reset();
    }
}

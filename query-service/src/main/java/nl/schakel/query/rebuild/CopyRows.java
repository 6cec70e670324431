package nl.schakel.query.rebuild;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table, by COPY: the quickest way in. */
final class CopyRows {

    private static final int AT_ONCE = 1 << 16;

    private final CopyIn copy;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * AT_ONCE);

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /** Begins; until it is done the connection can do nothing else. */
    static CopyRows into(Connection connection, String table, String columns) throws SQLException {
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        return new CopyRows(api.copyIn("COPY %s (%s) FROM STDIN".formatted(table, columns)));
    }

    /** One more row; each value as {@link #text} and its like give it. */
    void row(String... values) throws SQLException {
        waiting.writeBytes(String.join("\t", values).getBytes(StandardCharsets.UTF_8));
        waiting.write('\n');
        if (waiting.size() >= AT_ONCE) {
            flush();
        }
    }

    void done() throws SQLException {
        flush();
        copy.endCopy();
    }

    static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    static String bytes(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    static String ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private void flush() throws SQLException {
        var bytes = waiting.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        waiting.reset();
    }
}

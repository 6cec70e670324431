package nl.schakel.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The one round trip that writes a batch: flat arrays in, an outcome per decision out. */
final class AppendCall {

    private static final String SQL =
            "SELECT request, outcome, last_position FROM ledger.append("
                    + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource source;

    AppendCall(DataSource source) {
        this.source = source;
    }

    void append(List<Appender.Asked> batch) throws SQLException {
        try (var connection = connection();
                var statement = connection.prepareStatement(SQL)) {
            bind(connection, statement, batch);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    settle(batch.get(rows.getInt(1)), rows.getString(2), rows.getLong(3));
                }
            }
        }
    }

    /** Whether PostgreSQL itself said no, so that it is certain that nothing was written. */
    static boolean answered(SQLException e) {
        var state = e.getSQLState();
        return state != null
                && !state.startsWith("08")
                && !state.startsWith("57P")
                && !state.startsWith("XX");
    }

    /** A connection that could not be had wrote nothing: certain, and worth saying so. */
    private Connection connection() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new LedgerAway(e);
        }
    }

    private static void settle(Appender.Asked asked, String outcome, long position) {
        switch (outcome) {
            case "taken" -> asked.position().complete(position);
            case "twice" -> asked.position().completeExceptionally(new DuplicateOnce());
            default ->
                    asked.position()
                            .completeExceptionally(
                                    new ConcurrencyException("another decision came first"));
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, List<Appender.Asked> batch)
            throws SQLException {
        var requests = new ArrayList<Integer>();
        var rows = new ArrayList<Row>();
        for (int request = 0; request < batch.size(); request++) {
            for (var row : batch.get(request).rows()) {
                requests.add(request);
                rows.add(row);
            }
        }
        statement.setArray(1, connection.createArrayOf("int4", requests.toArray()));
        array(connection, statement, 2, "text", rows, row -> row.stream().kind());
        array(connection, statement, 3, "uuid", rows, row -> row.stream().id());
        array(connection, statement, 4, "int8", rows, Row::sequence);
        array(connection, statement, 5, "uuid", rows, Row::eventId);
        array(connection, statement, 6, "text", rows, row -> row.named().name());
        array(connection, statement, 7, "int4", rows, row -> row.named().revision());
        array(connection, statement, 8, "uuid", rows, Row::person);
        array(connection, statement, 9, "uuid", rows, row -> row.by().who().value());
        array(connection, statement, 10, "uuid", rows, Row::party);
        array(connection, statement, 11, "timestamptz", rows, row -> row.by().recordedAt());
        array(connection, statement, 12, "timestamptz", rows, row -> row.by().occurredAt());
        array(connection, statement, 13, "uuid", rows, Row::correlation);
        array(connection, statement, 14, "uuid", rows, Row::causation);
        array(connection, statement, 15, "text", rows, Row::trace);
        bytes(connection, statement, 16, rows, Row::payload);
        bytes(connection, statement, 17, rows, row -> row.once() == null ? null : row.once().key());
        bytes(
                connection,
                statement,
                18,
                rows,
                row -> row.once() == null ? null : row.once().request());
        bytes(connection, statement, 19, rows, Row::hash);
    }

    private static void array(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            List<Row> rows,
            Function<Row, @Nullable Object> value)
            throws SQLException {
        @Nullable Object[] values = rows.stream().map(value).toArray();
        statement.setArray(index, connection.createArrayOf(type, values));
    }

    /** The driver wants bytes in an array of their own kind. */
    private static void bytes(
            Connection connection,
            PreparedStatement statement,
            int index,
            List<Row> rows,
            Function<Row, byte @Nullable []> value)
            throws SQLException {
        byte[][] values = rows.stream().map(value).toArray(byte[][]::new);
        statement.setArray(index, connection.createArrayOf("bytea", values));
    }
}

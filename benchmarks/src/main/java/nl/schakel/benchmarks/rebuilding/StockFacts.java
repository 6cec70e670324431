package nl.schakel.benchmarks.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import nl.schakel.benchmarks.commands.StockAxon;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.events.Fact;
import nl.schakel.ledger.codec.EventNames;
import nl.schakel.ledger.database.Database;

/** The first facts of the ledger once more, in the tables of stock Axon: the same payload bytes. */
final class StockFacts {

    private static final String SAME =
            """
            INSERT INTO stock.domainevententry (globalindex, aggregateidentifier, sequencenumber, type,
                eventidentifier, metadata, payload, payloadrevision, payloadtype, timestamp)
            SELECT position, kind || ':' || stream, sequence, kind, event_id::text,
                convert_to(json_build_object('correlation', correlation, 'trace', trace)::text, 'UTF8'),
                payload, NULL, type, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
            FROM ledger.fact JOIN type USING (name) WHERE position <= ?
            """;

    private StockFacts() {}

    /** Makes the tables, and fills them with so many facts. */
    static void copied(Database database, int count) {
        StockAxon.prepare(database);
        try (var connection = DurablePostgres.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE type (name text, type text)");
            types(connection);
            try (var same = connection.prepareStatement(SAME)) {
                same.setInt(1, count);
                same.executeUpdate();
            }
            statement.execute("VACUUM (ANALYZE) stock.domainevententry");
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stock Axon stores names of classes. */
    private static void types(Connection connection) throws SQLException {
        try (var type = connection.prepareStatement("INSERT INTO type VALUES (?, ?)")) {
            for (var vocabulary : EventNames.VOCABULARIES) {
                for (var fact : vocabulary.getPermittedSubclasses()) {
                    type.setString(1, EventNames.of(fact.asSubclass(Fact.class)).name());
                    type.setString(2, fact.getName());
                    type.executeUpdate();
                }
            }
        }
    }
}

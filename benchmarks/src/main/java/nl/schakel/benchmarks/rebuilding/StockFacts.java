package nl.schakel.benchmarks.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import nl.schakel.benchmarks.commands.StockAxon;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.events.Fact;
import nl.schakel.ledger.codec.EventNames;
import nl.schakel.ledger.database.Database;

/**
 * Facts of the ledger once more, in the tables of stock Axon, the same payload bytes: all those of
 * a share of the persons, from 1 without gaps, so that nobody has to look for what is between them.
 */
final class StockFacts {

    private static final String SAME =
            """
            INSERT INTO stock.domainevententry (globalindex, aggregateidentifier, sequencenumber, type,
                eventidentifier, metadata, payload, payloadrevision, payloadtype, timestamp)
            SELECT row_number() OVER (ORDER BY position), kind || ':' || stream, sequence, kind, event_id::text,
                convert_to(json_build_object('correlation', correlation, 'trace', trace)::text, 'UTF8'),
                payload, NULL, type, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
            FROM ledger.fact JOIN type USING (name) JOIN stock.person USING (person)
            """;

    /**
     * Ids are spread evenly over their first byte. One person has 10,000 facts and a row that grows
     * with each: a small share would be hers alone, and stock slower than it is.
     */
    private static final String SHARE =
            """
            CREATE TABLE stock.person AS SELECT person FROM ledger.fact WHERE get_byte(uuid_send(person), 0) < %d
            GROUP BY person HAVING count(*) <= 2000
            """;

    private static final int BYTE = 256;

    private StockFacts() {}

    /** Makes the tables, and fills them with about so many of the facts; how many it became. */
    static int copied(Database database, int about, int of) {
        StockAxon.prepare(database);
        try (var connection = DurablePostgres.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE type (name text, type text)");
            types(connection);
            statement.execute(SHARE.formatted(Math.ceilDiv(BYTE * about, of)));
            int count = statement.executeUpdate(SAME);
            statement.execute("VACUUM (ANALYZE) stock.domainevententry");
            statement.execute("CHECKPOINT");
            return count;
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

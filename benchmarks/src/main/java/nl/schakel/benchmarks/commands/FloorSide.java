package nl.schakel.benchmarks.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.schakel.benchmarks.harness.InFlight;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.sending.Envelope;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.ledger.database.Database;

/**
 * The floor: one row a transaction, the same columns, indexes and number of bytes, by a prepared
 * statement on a connection of its own; no rules, no seals, positions from a sequence with gaps.
 */
final class FloorSide implements Side, AutoCloseable {

    private static final String INSERT =
            """
            INSERT INTO floor.fact (kind, stream, sequence, event_id, name, revision, person, actor,
                party, recorded_at, occurred_at, correlation, trace, payload, once_key, once_request,
                hash)
            VALUES ('support', ?, ?, ?, 'support.scaled-up', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final HikariDataSource source;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Histories> histories;
    private final InFlight load;
    private final byte[] payload;

    FloorSide(Database database, InFlight load, int bytes, long seed) {
        this.source = DurablePostgres.pool(database, "floor", load.workers(), true);
        this.load = load;
        this.payload = new byte[bytes];
        this.histories = Histories.of(load.workers(), seed);
        try {
            for (int i = 0; i < load.workers(); i++) {
                connections.add(source.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes its table, like that of the facts. */
    static void prepare(Database database) {
        try (var connection = DurablePostgres.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA floor");
            statement.execute("CREATE TABLE floor.fact (LIKE ledger.fact INCLUDING ALL)");
            statement.execute("CREATE SEQUENCE floor.position CACHE 1");
            statement.execute(
                    "ALTER TABLE floor.fact ALTER position SET DEFAULT nextval('floor.position')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "insert";
    }

    @Override
    public Sample measure() {
        return load.measure(this::insert);
    }

    private void insert(int worker) {
        var own = histories.get(worker);
        var history = own.next();
        var id = own.id();
        var now = new Timestamp(history.referral.value().getMostSignificantBits() >>> 24);
        try (var insert = connections.get(worker).prepareStatement(INSERT)) {
            insert.setObject(1, history.referral.value());
            insert.setLong(2, history.next());
            insert.setObject(3, id);
            insert.setObject(4, history.person.value());
            insert.setObject(5, new UUID(7, 7));
            insert.setObject(6, new UUID(8, 8));
            insert.setTimestamp(7, now);
            insert.setTimestamp(8, now);
            insert.setObject(9, id);
            insert.setString(10, Envelope.trace(id));
            insert.setBytes(11, payload);
            insert.setBytes(12, key(id));
            insert.setBytes(13, key(id));
            insert.setBytes(14, key(id));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(UUID id) {
        return ByteBuffer.allocate(32)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public void close() {
        source.close();
    }
}

package nl.schakel.benchmarks.facts;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.database.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Facts that are brought into an empty ledger by COPY, at positions from 1. */
public final class Copied {

    private static final int FLUSH = 1 << 16;

    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final Written written;
    private long position;

    private Copied(long seed) {
        this.written = new Written(seed);
    }

    /** So many seeded facts. */
    public static void into(Database database, int count, long seed) {
        var facts = new Facts(seed);
        new Copied(~seed).copy(database, count, facts::next);
    }

    /** These facts. */
    public static void into(Database database, Collection<Fact> facts, long seed) {
        new Copied(~seed).copy(database, facts.size(), facts.iterator()::next);
    }

    /** These facts, and so many seeded ones after them. */
    public static void into(Database database, Collection<Fact> first, int count, long seed) {
        var given = first.iterator();
        var facts = new Facts(seed);
        new Copied(~seed)
                .copy(
                        database,
                        first.size() + count,
                        () -> given.hasNext() ? given.next() : facts.next());
    }

    private void copy(Database database, int count, Supplier<Fact> facts) {
        try (var connection = DurablePostgres.superuser(database)) {
            copy(connection, count, facts);
            try (var statement = connection.createStatement()) {
                statement.execute("VACUUM (ANALYZE) ledger.fact");
                statement.execute("CHECKPOINT");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(Connection connection, int count, Supplier<Fact> facts) throws SQLException {
        var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Written.COPY);
        var lines = new StringBuilder(2 * FLUSH);
        for (int i = 0; i < count; i++) {
            var fact = facts.get();
            long sequence = sequences.merge(fact.stream(), 1L, Long::sum) - 1;
            lines.append(written.line(fact, ++position, sequence));
            if (lines.length() > FLUSH) {
                flush(in, lines);
            }
        }
        flush(in, lines);
        in.endCopy();
    }

    private static void flush(CopyIn in, StringBuilder lines) throws SQLException {
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        in.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}

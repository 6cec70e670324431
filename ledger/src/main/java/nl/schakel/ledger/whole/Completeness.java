package nl.schakel.ledger.whole;

import java.util.List;
import java.util.UUID;
import nl.schakel.ledger.folds.Fold;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether folds took in every fact that they follow once and in order: their count and hash beside
 * the ledger's.
 */
public final class Completeness {

    private final JdbcClient jdbc;
    private final String schema;

    /** Compares what the folds of this schema noted, through a role that may read the ledger. */
    public Completeness(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /**
     * A key of which a fold did not take in what the ledger holds.
     *
     * @param key person or history
     * @param facts how many it says that it took in
     * @param held how many the ledger holds up to the last that it took in
     * @param last position of the last one that it should have taken in
     */
    public record Incomplete(UUID key, long facts, long held, long last) {}

    /**
     * The keys that are not complete; what waits in the parking is not complete.
     *
     * @param fold which
     * @param upTo a position that the fold has reached: all facts up to it must have been taken in
     */
    public List<Incomplete> of(Fold fold, long upTo) {
        return jdbc.sql(
                        """
                WITH held AS (
                    SELECT %2$s AS key, position, hash FROM ledger.fact
                    WHERE cardinality(:kinds) = 0 OR kind = ANY(:kinds)
                ), noted AS (
                    SELECT key, position, facts, seen FROM %1$s.taken WHERE fold = :fold
                ), compared AS (
                    SELECT key, coalesce(n.position, 0) AS reached, coalesce(n.facts, 0) AS facts,
                        coalesce(n.seen, '') AS seen,
                        count(h.position) FILTER (WHERE h.position <= n.position) AS held,
                        coalesce(%1$s.seen_of(h.hash ORDER BY h.position)
                            FILTER (WHERE h.position <= n.position), '') AS hash,
                        coalesce(max(h.position) FILTER (WHERE h.position <= :upTo), 0) AS last
                    FROM held h FULL JOIN noted n USING (key)
                    GROUP BY key, n.position, n.facts, n.seen
                )
                SELECT key, facts, held, last FROM compared
                WHERE seen <> hash OR facts <> held OR last > reached ORDER BY key
                """
                                .formatted(schema, fold.order().sql()))
                .param("fold", fold.name())
                .param("kinds", fold.kinds().toArray(String[]::new))
                .param("upTo", upTo)
                .query(
                        (row, _) ->
                                new Incomplete(
                                        row.getObject(1, UUID.class),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .list();
    }
}

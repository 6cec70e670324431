package nl.schakel.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.codec.FactCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads facts by history, by person and by position; needs SELECT on the ledger only. */
public final class LedgerReader {

    private static final String COLUMNS =
            "SELECT position, kind, stream, sequence, event_id, name, revision, payload, causation FROM ledger.fact ";

    private final JdbcClient jdbc;
    private final FactCodec codec;

    /** Reads through this source. */
    public LedgerReader(DataSource source, FactCodec codec) {
        this.jdbc = JdbcClient.create(source);
        this.codec = codec;
    }

    /** At most so many facts of a history after a sequence number; -1 reads from the start. */
    public List<Recorded> stream(StreamId stream, long afterSequence, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + "WHERE kind = ? AND stream = ? AND sequence > ? ORDER BY sequence LIMIT ?")
                .params(stream.kind(), stream.id(), afterSequence, limit)
                .query(this::recorded)
                .list();
    }

    /** A history after a sequence number; -1 reads from the start. */
    public List<Recorded> stream(StreamId stream, long afterSequence) {
        return jdbc.sql(
                        COLUMNS
                                + "WHERE kind = ? AND stream = ? AND sequence > ? ORDER BY sequence")
                .params(stream.kind(), stream.id(), afterSequence)
                .query(this::recorded)
                .list();
    }

    /** At most so many histories of a kind, by the fact that began each: the newest first. */
    public List<Recorded> begun(String kind, long beforePosition, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + "WHERE kind = ? AND sequence = 0 AND position < ? ORDER BY position DESC LIMIT ?")
                .params(kind, beforePosition, limit)
                .query(this::recorded)
                .list();
    }

    /** All that concerns one person after a position; 0 reads from the start. */
    public List<Recorded> person(PersonId person, long afterPosition) {
        return jdbc.sql(COLUMNS + "WHERE person = ? AND position > ? ORDER BY position")
                .params(person.value(), afterPosition)
                .query(this::recorded)
                .list();
    }

    /**
     * Of at most so many facts after a position those in histories of these kinds, and the last one
     * in any case, so that who reads on knows from where.
     *
     * @param kinds none named is all
     */
    public List<Recorded> after(long position, int limit, Set<String> kinds) {
        return jdbc.sql(
                        COLUMNS
                                + """
                WHERE position > :after AND position <= :after + :limit
                    AND (cardinality(:kinds) = 0 OR kind = ANY(:kinds)
                        OR position = least(:after + :limit, (SELECT max(position) FROM ledger.fact)))
                ORDER BY position
                """)
                .param("after", position)
                .param("limit", limit)
                .param("kinds", kinds.toArray(String[]::new))
                .query(this::recorded)
                .list();
    }

    /** The fact at a position, if the ledger goes that far. */
    public Optional<Recorded> at(long position) {
        return jdbc.sql(COLUMNS + "WHERE position = ?")
                .param(position)
                .query(this::recorded)
                .optional();
    }

    /** The last position; 0 when nothing happened yet. */
    public long head() {
        return number("SELECT coalesce(max(position), 0) FROM ledger.fact");
    }

    /** How many seconds ago the fact at a position was recorded; 0 when there is none. */
    public double age(long position) {
        return jdbc.sql(
                        """
                SELECT coalesce((SELECT extract(epoch FROM clock_timestamp() - recorded_at)
                    FROM ledger.fact WHERE position = ?), 0)
                """)
                .param(position)
                .query(Double.class)
                .single();
    }

    /** The number of facts in a history. */
    public long versionOf(StreamId stream) {
        return number(
                "SELECT coalesce(max(sequence) + 1, 0) FROM ledger.fact WHERE kind = ? AND stream = ?",
                stream.kind(),
                stream.id());
    }

    /** The position of the last fact of a history; 0 when there is none. */
    public long lastOf(StreamId stream) {
        return number(
                """
                SELECT coalesce((SELECT position FROM ledger.fact WHERE kind = ? AND stream = ?
                                 ORDER BY sequence DESC LIMIT 1), 0)
                """,
                stream.kind(),
                stream.id());
    }

    /** The position of the last fact about a person; 0 when there is none. */
    public long lastOf(PersonId person) {
        return number(
                "SELECT coalesce(max(position), 0) FROM ledger.fact WHERE person = ?",
                person.value());
    }

    /** What an earlier decision with this key led to. */
    public Optional<Decided> byKey(byte[] key) {
        return jdbc.sql(
                        """
                SELECT first.kind, first.stream, first.once_request, last.sequence + 1 AS version, last.position
                FROM ledger.fact first CROSS JOIN LATERAL (
                    SELECT f.sequence, f.position FROM ledger.fact f
                    WHERE f.kind = first.kind AND f.stream = first.stream AND f.sequence >= first.sequence
                        AND f.correlation = first.correlation
                    ORDER BY f.sequence DESC LIMIT 1) last
                WHERE first.once_key = ?
                """)
                .param(key)
                .query(
                        (row, _) ->
                                new Decided(
                                        new StreamId(
                                                row.getString("kind"),
                                                row.getObject("stream", UUID.class)),
                                        row.getLong("version"),
                                        row.getLong("position"),
                                        row.getBytes("once_request")))
                .optional();
    }

    private long number(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    private Recorded recorded(ResultSet row, int number) throws SQLException {
        return new Recorded(
                row.getLong("position"),
                new StreamId(row.getString("kind"), row.getObject("stream", UUID.class)),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                codec.read(row.getString("name"), row.getInt("revision"), row.getBytes("payload")),
                row.getObject("causation", UUID.class));
    }
}

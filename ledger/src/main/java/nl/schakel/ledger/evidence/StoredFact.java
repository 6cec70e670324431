package nl.schakel.ledger.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.ledger.tree.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the bytes that are stored (docs/ledger-format.md).
 *
 * @param position from 1
 * @param columns all others in the order of the table, without the hash
 * @param hash as it is stored
 */
public record StoredFact(long position, List<? extends @Nullable Object> columns, byte[] hash) {

    /** Asks for rows that {@link #of} reads. */
    public static final String SELECT =
            """
            SELECT position, hash, kind, stream::text, sequence::text, event_id::text, name,
                revision::text, person::text, actor::text, party::text,
                (extract(epoch FROM recorded_at) * 1000000)::bigint::text,
                (extract(epoch FROM occurred_at) * 1000000)::bigint::text, correlation::text,
                causation::text, trace, payload, once_key, once_request
            FROM ledger.fact
            """;

    /** How many columns there are. */
    public static final int COUNT = 17;

    private static final int KIND = 0;
    private static final int STREAM = 1;
    private static final int NAME = 4;
    private static final int REVISION = 5;
    private static final int PERSON = 6;
    private static final int ACTOR = 7;
    private static final int RECORDED = 9;
    private static final int OCCURRED = 10;
    private static final int PAYLOAD = 14;

    /** Reads a row of {@link #SELECT}. */
    public static StoredFact of(ResultSet row) throws SQLException {
        var columns = new ArrayList<@Nullable Object>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            columns.add(i < PAYLOAD ? row.getString(i + 3) : row.getBytes(i + 3));
        }
        return new StoredFact(row.getLong(1), columns, row.getBytes(2));
    }

    /** The hash as it should be. */
    public byte[] computed() {
        return Digest.columns(columns);
    }

    /** The stored name of what happened. */
    public String name() {
        return text(NAME);
    }

    /** The revision of that name. */
    public int revision() {
        return Integer.parseInt(text(REVISION));
    }

    /** Whom it is about, if anybody. */
    public Optional<UUID> person() {
        return Optional.ofNullable((String) columns.get(PERSON)).map(UUID::fromString);
    }

    /**
     * Whether it is in this history.
     *
     * @param kind {@code person} for all that concerns one person, or the kind of a stream
     * @param id of that person or stream
     */
    public boolean concerns(String kind, String id) {
        return kind.equals("person") && id.equals(columns.get(PERSON))
                || kind.equals(columns.get(KIND)) && id.equals(columns.get(STREAM));
    }

    /** Who did it. */
    public UUID actor() {
        return UUID.fromString(text(ACTOR));
    }

    /** When it was written down. */
    public Instant recordedAt() {
        return moment(RECORDED);
    }

    /** When it happened. */
    public Instant occurredAt() {
        return moment(OCCURRED);
    }

    /** What happened, as JSON. */
    public byte[] payload() {
        return (byte[]) Objects.requireNonNull(columns.get(PAYLOAD));
    }

    private String text(int column) {
        return (String) Objects.requireNonNull(columns.get(column));
    }

    private Instant moment(int column) {
        return Instant.EPOCH.plus(Long.parseLong(text(column)), ChronoUnit.MICROS);
    }
}

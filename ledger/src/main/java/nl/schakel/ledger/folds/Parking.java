package nl.schakel.ledger.folds;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.ledger.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each fold has taken in per key, and what waits because a fact before it could not be taken
 * in.
 */
final class Parking {

    private final JdbcClient rows;
    private final String schema;

    Parking(JdbcClient rows, String schema) {
        this.rows = rows;
        this.schema = schema;
    }

    /** How far this fold is for each of these keys. */
    Map<UUID, Taken> taken(String fold, Collection<UUID> keys) {
        var all = new HashMap<UUID, Taken>();
        rows.sql("SELECT key, taken, parked FROM %s.taken_of(?, ?)".formatted(schema))
                .params(fold, keys.toArray(UUID[]::new))
                .query(
                        row -> {
                            all.put(
                                    Objects.requireNonNull(row.getObject(1, UUID.class)),
                                    new Taken(
                                            row.getLong(2),
                                            Optional.ofNullable(row.getTimestamp(3))
                                                    .map(Timestamp::toInstant)));
                        });
        return all;
    }

    /** How far this fold is for this key: 0 when it saw nothing yet. */
    Taken taken(String fold, UUID key) {
        return Objects.requireNonNull(taken(fold, List.of(key)).get(key));
    }

    /** Notes that these were taken in, each after all that is noted of its key. */
    void note(Fold fold, List<Recorded> taken) {
        var keys = taken.stream().map(fold::key).toArray(UUID[]::new);
        var positions = taken.stream().map(Recorded::position).toArray(Long[]::new);
        long noted =
                rows.sql("SELECT %s.note(?, ?, ?)".formatted(schema))
                        .params(fold.name(), keys, positions)
                        .query(Long.class)
                        .single();
        if (noted != Stream.of(keys).distinct().count()) {
            throw new IllegalStateException(
                    "another process took in what fold " + fold.name() + " holds");
        }
    }

    /** Only the name of the exception is kept: its message could hold what somebody wrote. */
    void park(Fold fold, Recorded recorded, String reason) {
        rows.sql(
                        """
                INSERT INTO %s.parked (fold, key, position, reason) VALUES (:fold, :key, :position, :reason)
                ON CONFLICT (fold, key, position) DO NOTHING
                """
                                .formatted(schema))
                .param("fold", fold.name())
                .param("key", fold.key(recorded))
                .param("position", recorded.position())
                .param("reason", reason)
                .update();
    }

    /** Whether it was still there to be taken out. */
    boolean unpark(Parked parked) {
        return rows.sql(
                                "DELETE FROM %s.parked WHERE fold = ? AND key = ? AND position = ?"
                                        .formatted(schema))
                        .params(parked.fold(), parked.key(), parked.position())
                        .update()
                == 1;
    }

    /**
     * Whether something of this key is parked; waits for who is trying it again, so that nothing
     * parks behind a queue that is empty by then.
     */
    boolean standsStill(String fold, UUID key) {
        return !rows.sql(
                        "SELECT position FROM %s.parked WHERE fold = ? AND key = ? FOR UPDATE"
                                .formatted(schema))
                .params(fold, key)
                .query((row, _) -> row.getLong(1))
                .list()
                .isEmpty();
    }

    Optional<Parked> first(String fold, UUID key) {
        return all().stream()
                .filter(parked -> parked.fold().equals(fold) && parked.key().equals(key))
                .findFirst();
    }

    List<Parked> all() {
        return rows.sql(
                        "SELECT fold, key, position, reason FROM %s.parked ORDER BY fold, key, position"
                                .formatted(schema))
                .query(
                        (row, _) ->
                                new Parked(
                                        row.getString("fold"),
                                        row.getObject("key", UUID.class),
                                        row.getLong("position"),
                                        row.getString("reason")))
                .list();
    }

    long count() {
        return rows.sql("SELECT count(DISTINCT (fold, key)) FROM %s.parked".formatted(schema))
                .query(Long.class)
                .single();
    }

    /** How many segments of these folds some process holds. */
    long held(List<String> folds) {
        return rows.sql(
                        "SELECT count(*) FROM %s.token_entry WHERE processorname IN (:folds) AND owner IS NOT NULL"
                                .formatted(schema))
                .param("folds", folds)
                .query(Long.class)
                .single();
    }
}

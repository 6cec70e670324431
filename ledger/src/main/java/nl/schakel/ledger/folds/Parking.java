package nl.schakel.ledger.folds;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    /** How far each of these folds is for each of these keys. */
    Map<String, Map<UUID, Taken>> taken(Collection<String> folds, Collection<UUID> keys) {
        var all = new HashMap<String, Map<UUID, Taken>>();
        rows.sql("SELECT fold, key, taken, parked FROM %s.taken_of(?, ?)".formatted(schema))
                .params(folds.toArray(String[]::new), keys.toArray(UUID[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                                    .put(
                                            Objects.requireNonNull(row.getObject(2, UUID.class)),
                                            new Taken(
                                                    row.getLong(3),
                                                    Optional.ofNullable(row.getTimestamp(4))
                                                            .map(Timestamp::toInstant)));
                        });
        return all;
    }

    /** How far this fold is for this key: 0 when it saw nothing yet. */
    Taken taken(String fold, UUID key) {
        var keys = Objects.requireNonNull(taken(List.of(fold), List.of(key)).get(fold));
        return Objects.requireNonNull(keys.get(key));
    }

    /** Notes that these were taken in, each after all that its fold noted of its key. */
    void note(Collection<Together.Batch> batches) {
        var folds = new ArrayList<String>();
        var keys = new ArrayList<UUID>();
        var positions = new ArrayList<Long>();
        var different = new HashSet<Map.Entry<String, UUID>>();
        for (var batch : batches) {
            for (var recorded : batch.facts()) {
                folds.add(batch.fold().name());
                keys.add(batch.fold().key(recorded));
                positions.add(recorded.position());
                different.add(Map.entry(batch.fold().name(), batch.fold().key(recorded)));
            }
        }
        long noted =
                rows.sql("SELECT %s.note(?, ?, ?)".formatted(schema))
                        .params(
                                folds.toArray(String[]::new),
                                keys.toArray(UUID[]::new),
                                positions.toArray(Long[]::new))
                        .query(Long.class)
                        .single();
        if (noted != different.size()) {
            throw new IllegalStateException("another process took in what these folds hold");
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

    /** How many segments of these tokens some process holds. */
    long held(List<String> tokens) {
        return rows.sql(
                        "SELECT count(*) FROM %s.token_entry WHERE processorname IN (:tokens) AND owner IS NOT NULL"
                                .formatted(schema))
                .param("tokens", tokens)
                .query(Long.class)
                .single();
    }
}

package nl.schakel.vault;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.events.PersonId;
import nl.schakel.vault.ErasureList.Key;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Destroys keys: in the list first, in the database second, so that neither forgets it. */
final class Erasing {

    private final JdbcClient rows;
    private final ErasureList list;

    Erasing(JdbcClient rows, ErasureList list) {
        this.rows = rows;
        this.list = list;
    }

    void destroy(PersonId person, String scope, Instant now) {
        var key = new Key(person, scope);
        list.add(key, now);
        gone(key, now);
    }

    /** Makes list and database say the same, whichever of them is older; how many came back. */
    int again() {
        var listed = list.all();
        var destroyed = destroyed();
        destroyed.forEach(
                (key, at) -> {
                    if (!listed.containsKey(key)) {
                        list.add(key, at);
                    }
                });
        int back = 0;
        for (var erased : listed.entrySet()) {
            if (!destroyed.containsKey(erased.getKey())) {
                back += gone(erased.getKey(), erased.getValue());
            }
        }
        return back;
    }

    /** A key that is not there yet can never be made any more either. */
    private int gone(Key key, Instant at) {
        if (key.scope().equals(Scopes.IDENTITY)) {
            rows.sql("DELETE FROM vault.identity WHERE person = ?")
                    .param(key.person().value())
                    .update();
        }
        return rows.sql(
                        """
                        INSERT INTO vault.key (person, scope, created_at, destroyed_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (person, scope) DO UPDATE
                        SET wrapped = NULL, destroyed_at = excluded.destroyed_at
                        WHERE key.wrapped IS NOT NULL
                        """)
                .params(key.person().value(), key.scope(), Timestamp.from(at), Timestamp.from(at))
                .update();
    }

    private Map<Key, Instant> destroyed() {
        var all = new HashMap<Key, Instant>();
        rows.sql("SELECT person, scope, destroyed_at FROM vault.key WHERE wrapped IS NULL")
                .query(
                        row -> {
                            var person = Objects.requireNonNull(row.getObject(1, UUID.class));
                            all.put(
                                    new Key(new PersonId(person), row.getString(2)),
                                    row.getTimestamp(3).toInstant());
                        });
        return all;
    }
}

package nl.schakel.query.runtime;

import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.schakel.events.Fact;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.folds.Fold;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pure view, kept live in the table of its name: one row a key.
 *
 * @param name of fold and table; never changes
 * @param type of the view
 * @param initial before the first fact
 * @param concerns which facts change it
 * @param order in whose order facts are taken in; facts of one row must share its key
 * @param row which row a fact changes
 * @param evolve the view after one more fact
 */
public record KeptView<V extends View>(
        String name,
        Class<V> type,
        V initial,
        Predicate<Fact> concerns,
        Order order,
        Function<Recorded, UUID> row,
        BiFunction<V, Recorded, V> evolve)
        implements Fold {

    @Override
    public void hold(JdbcClient rows) {
        rows.sql("LOCK TABLE query.%s IN ROW EXCLUSIVE MODE".formatted(name)).update();
    }

    @Override
    public void take(Recorded recorded, JdbcClient rows) {
        if (!concerns.test(recorded.fact())) {
            return;
        }
        var key = row.apply(recorded);
        var view = evolve.apply(load(key, rows), recorded);
        rows.sql(
                        """
                INSERT INTO query.%s (key, position, visible_to, view)
                VALUES (:key, :position, :visible, :view::jsonb)
                ON CONFLICT (key) DO UPDATE
                SET position = excluded.position, visible_to = excluded.visible_to, view = excluded.view
                """
                                .formatted(name))
                .param("key", key)
                .param("position", recorded.position())
                .param("visible", view.visibleTo().toArray(UUID[]::new))
                .param("view", FactCodec.json().writeValueAsString(view))
                .update();
        view.parts().forEach(part -> keep(key, part, view, rows));
    }

    /** A view as it stands in a row. */
    public V read(String json) {
        return FactCodec.json().readValue(json, type);
    }

    /** The table of the parts that belong to a table of views. */
    public static String part(String table) {
        return table + "_part";
    }

    private V load(UUID key, JdbcClient rows) {
        return rows.sql("SELECT view FROM query.%s WHERE key = ?".formatted(name))
                .param(key)
                .query((row, _) -> read(row.getString(1)))
                .optional()
                .map(Objects::requireNonNull)
                .orElse(initial);
    }

    private void keep(UUID key, View.Part part, V view, JdbcClient rows) {
        rows.sql(
                        """
                INSERT INTO query.%s (key, position, visible_to, view)
                VALUES (:key, :position, :visible, :view::jsonb)
                ON CONFLICT (key, position) DO NOTHING
                """
                                .formatted(part(name)))
                .param("key", key)
                .param("position", part.position())
                .param("visible", view.visibleTo().toArray(UUID[]::new))
                .param("view", FactCodec.json().writeValueAsString(part))
                .update();
    }
}

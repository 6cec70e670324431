package nl.schakel.query.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.schakel.events.Fact;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.folds.Fold;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pure view, kept live in the table of its name: one row a key.
 *
 * @param name of fold and table; never changes
 * @param type of the view
 * @param initial before the first fact
 * @param kinds of history that it follows; none named is all
 * @param concerns which facts of these change it
 * @param order in whose order facts are taken in; facts of one row must share its key
 * @param row which row a fact changes
 * @param evolve the view after one more fact
 */
public record KeptView<V extends View>(
        String name,
        Class<V> type,
        V initial,
        Set<String> kinds,
        Predicate<Fact> concerns,
        Order order,
        Function<Recorded, UUID> row,
        BiFunction<V, Recorded, V> evolve)
        implements Fold {

    private static final String OVER =
            """
            ON CONFLICT (key) DO UPDATE
            SET position = excluded.position, visible_to = excluded.visible_to, view = excluded.view
            """;

    private static final String BESIDE = "ON CONFLICT (key, position) DO NOTHING";

    @Override
    public Optional<String> table() {
        return Optional.of("query." + name);
    }

    @Override
    public void take(Recorded recorded, JdbcClient rows) {
        takeAll(List.of(recorded), rows);
    }

    @Override
    public void takeAll(List<Recorded> together, JdbcClient rows) {
        var mine = together.stream().filter(recorded -> concerns.test(recorded.fact())).toList();
        if (mine.isEmpty()) {
            return;
        }
        var views = load(mine.stream().map(row).distinct().toArray(UUID[]::new), rows);
        var changed = new LinkedHashMap<UUID, Written>();
        var parts = new ArrayList<Written>();
        for (var recorded : mine) {
            var key = row.apply(recorded);
            var view = evolve.apply(views.getOrDefault(key, initial), recorded);
            views.put(key, view);
            var visible = view.visibleTo();
            changed.put(key, new Written(key, recorded.position(), visible, view));
            view.parts()
                    .forEach(part -> parts.add(new Written(key, part.position(), visible, part)));
        }
        write(name, changed.values(), OVER, rows);
        write(part(name), parts, BESIDE, rows);
    }

    /** A row on its way into a table; json only once it is the last of its key. */
    private record Written(UUID key, long position, Set<UUID> visibleTo, Object what) {

        String visible() {
            return visibleTo.stream()
                    .map(UUID::toString)
                    .collect(Collectors.joining(",", "{", "}"));
        }

        String json() {
            return FactCodec.json().writeValueAsString(what);
        }
    }

    /** A view as it stands in a row. */
    public V read(String json) {
        return FactCodec.json().readValue(json, type);
    }

    /** The table of the parts that belong to a table of views. */
    public static String part(String table) {
        return table + "_part";
    }

    private Map<UUID, V> load(UUID[] keys, JdbcClient rows) {
        var views = new HashMap<UUID, V>();
        rows.sql("SELECT key, view FROM query.%s WHERE key = ANY(?)".formatted(name))
                .param(keys)
                .query((RowCallbackHandler) row -> views.put(uuid(row), read(row.getString(2))));
        return views;
    }

    private static UUID uuid(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject(1, UUID.class));
    }

    private static void write(
            String table, Collection<Written> written, String conflict, JdbcClient rows) {
        if (written.isEmpty()) {
            return;
        }
        rows.sql(
                        """
                INSERT INTO query.%s (key, position, visible_to, view)
                SELECT n.key, n.position, n.visible_to::uuid[], n.view::jsonb
                FROM unnest(?, ?, ?, ?) AS n (key, position, visible_to, view)
                %s
                """
                                .formatted(table, conflict))
                .params(
                        written.stream().map(Written::key).toArray(UUID[]::new),
                        written.stream().map(Written::position).toArray(Long[]::new),
                        written.stream().map(Written::visible).toArray(String[]::new),
                        written.stream().map(Written::json).toArray(String[]::new))
                .update();
    }
}

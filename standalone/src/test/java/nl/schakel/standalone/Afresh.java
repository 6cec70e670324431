package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.query.runtime.KeptView;
import nl.schakel.query.runtime.View;
import tools.jackson.databind.JsonNode;

/** Folds the whole ledger afresh, in memory, and compares it with what was kept live. */
final class Afresh {

    private Afresh() {}

    private static final int TRIES = 20;

    /** A table as it was kept, and as it is when folded afresh. */
    private record Compared(
            String table, Map<String, JsonNode> kept, Map<String, JsonNode> fresh) {}

    static void everyViewIsAsIfFoldedAfresh(Town town) {
        var reader = town.services().query().getBean(LedgerReader.class);
        for (int tried = 0; tried < TRIES; tried++) {
            long head = reader.head();
            town.level();
            var compared = compared(town);
            if (reader.head() == head) {
                assertThat(compared).hasSizeGreaterThan(5);
                compared.forEach(
                        c ->
                                assertThat(c.kept())
                                        .as(c.table())
                                        .containsExactlyInAnyOrderEntriesOf(c.fresh()));
                return;
            }
        }
        throw new AssertionError("something happens all the time");
    }

    private static List<Compared> compared(Town town) {
        var all = new ArrayList<Compared>();
        for (var view : town.services().query().getBeansOfType(KeptView.class).values()) {
            compare(town, (KeptView<?>) view, all);
        }
        return all;
    }

    private static <V extends View> void compare(Town town, KeptView<V> kept, List<Compared> all) {
        var rows = new HashMap<String, JsonNode>();
        var parts = new HashMap<String, JsonNode>();
        fold(town, kept, rows, parts);
        all.add(new Compared(kept.name(), table(town, kept.name(), "key::text"), rows));
        if (!parts.isEmpty()) {
            var name = kept.name() + "_part";
            all.add(new Compared(name, table(town, name, "key || '/' || position"), parts));
        }
    }

    private static <V extends View> void fold(
            Town town, KeptView<V> kept, Map<String, JsonNode> rows, Map<String, JsonNode> parts) {
        var views = new LinkedHashMap<UUID, V>();
        var reader = town.services().query().getBean(LedgerReader.class);
        for (var recorded : reader.after(0, Integer.MAX_VALUE, Set.of())) {
            if (kept.concerns().test(recorded.fact())) {
                var key = kept.row().apply(recorded);
                var before = views.getOrDefault(key, kept.initial());
                var after = kept.evolve().apply(before, recorded);
                after.parts().forEach(p -> parts.put(key + "/" + p.position(), json(p)));
                views.put(key, FactCodec.json().treeToValue(json(after), kept.type()));
            }
        }
        views.forEach((key, view) -> rows.put(key.toString(), json(view)));
    }

    private static Map<String, JsonNode> table(Town town, String table, String key) {
        var rows = new HashMap<String, JsonNode>();
        TestPostgres.superuser(town.database())
                .sql("SELECT " + key + ", view FROM query." + table)
                .query(
                        (row, _) ->
                                rows.put(
                                        row.getString(1),
                                        FactCodec.json().readTree(row.getString(2))))
                .list();
        return rows;
    }

    private static JsonNode json(Object value) {
        return FactCodec.json().readTree(FactCodec.json().writeValueAsString(value));
    }
}

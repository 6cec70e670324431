package nl.schakel.query.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.RowsIn;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.query.runtime.KeptView;
import nl.schakel.query.runtime.View;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One share of the keys, folded in memory by the function that serves live; parts leave at once,
 * views when the share has been read.
 */
final class Pass<V extends View> {

    private static final String[] ROW = {"key", "position", "visible_to", "view"};

    private final KeptView<V> kept;
    private final Shadow shadow;
    private final Connection connection;
    private @Nullable RowsIn parts;
    private final Map<UUID, Row<V>> rows = new HashMap<>();
    private final Map<UUID, Noted> noted = new HashMap<>();

    /** A view, and the position of the last fact that changed it. */
    private record Row<V>(V view, long position) {}

    /** What one key took in, and what waits behind a fact that it could not take in. */
    private static final class Noted {
        private long position;
        private long facts;
        private byte[] seen = {};
        private final Map<Long, String> parked = new LinkedHashMap<>();
        private boolean stands;
        private String reason = "";
    }

    Pass(KeptView<V> kept, Shadow shadow, Connection connection) {
        this.kept = kept;
        this.shadow = shadow;
        this.connection = connection;
    }

    /** Begins with what the shadow holds of the keys of these facts, which comes out of it. */
    void load(JdbcClient jdbc, List<Recorded> facts) {
        var views =
                facts.stream()
                        .filter(recorded -> kept.concerns().test(recorded.fact()))
                        .map(kept.row())
                        .distinct()
                        .toArray(UUID[]::new);
        var keys = facts.stream().map(kept::key).distinct().toArray(UUID[]::new);
        rows(jdbc, "key, position, view", shadow.table(), views, this::load);
        rows(jdbc, "key, position, facts, seen", shadow.taken(), keys, this::note);
        rows(jdbc, "DISTINCT key", shadow.parked(), keys, row -> noted(row).stands = true);
        shadow.take(views, keys);
    }

    private static void rows(
            JdbcClient jdbc, String columns, String table, UUID[] keys, RowCallbackHandler taker) {
        jdbc.sql("SELECT %s FROM %s WHERE key = ANY(?)".formatted(columns, table))
                .param(keys)
                .query(taker);
    }

    private void load(ResultSet row) throws SQLException {
        var view = kept.read(row.getString(3));
        rows.put(row.getObject(1, UUID.class), new Row<>(view, row.getLong(2)));
    }

    private void note(ResultSet row) throws SQLException {
        var key = noted(row);
        key.position = row.getLong(2);
        key.facts = row.getLong(3);
        key.seen = row.getBytes(4);
    }

    private Noted noted(ResultSet row) throws SQLException {
        return noted.computeIfAbsent(row.getObject(1, UUID.class), _ -> new Noted());
    }

    /** Takes in one more fact; what follows one that cannot be taken in waits behind it. */
    void take(Recorded recorded, byte[] hash) throws SQLException {
        var key = noted.computeIfAbsent(kept.key(recorded), _ -> new Noted());
        if (!key.stands && tried(recorded, key)) {
            key.position = recorded.position();
            key.facts++;
            key.seen = Digest.of(key.seen, hash);
        } else {
            key.parked.put(recorded.position(), key.stands ? "behind another" : key.reason);
            key.stands = true;
        }
    }

    /** Writes what was folded, in the transaction of the connection. */
    void write() throws SQLException {
        if (parts != null) {
            parts.done();
        }
        var views = new RowsIn(connection, shadow.table(), ROW);
        for (var entry : rows.entrySet()) {
            var row = entry.getValue();
            write(views, entry.getKey(), row.position(), row.view(), row.view());
        }
        views.done();
        var taken = new RowsIn(connection, shadow.taken(), "key", "position", "facts", "seen");
        for (var entry : noted.entrySet()) {
            var key = entry.getValue();
            if (key.facts > 0) {
                taken.row()
                        .id(entry.getKey())
                        .number(key.position)
                        .number(key.facts)
                        .bytes(key.seen);
            }
        }
        taken.done();
        var parked = new RowsIn(connection, shadow.parked(), "key", "position", "reason");
        for (var entry : noted.entrySet()) {
            for (var fact : entry.getValue().parked.entrySet()) {
                var reason = fact.getValue().getBytes(StandardCharsets.UTF_8);
                parked.row().id(entry.getKey()).number(fact.getKey()).bytes(reason);
            }
        }
        parked.done();
    }

    private boolean tried(Recorded recorded, Noted key) throws SQLException {
        if (!kept.concerns().test(recorded.fact())) {
            return true;
        }
        var row = kept.row().apply(recorded);
        var before = rows.get(row);
        V after;
        try {
            after = kept.evolve().apply(before == null ? kept.initial() : before.view(), recorded);
        } catch (RuntimeException e) {
            key.reason = e.getClass().getName();
            return false;
        }
        for (var part : after.parts()) {
            write(parts(), row, part.position(), after, part);
        }
        rows.put(row, new Row<>(after, recorded.position()));
        return true;
    }

    /** From its first part on, the connection can do nothing else until they are done. */
    private RowsIn parts() throws SQLException {
        if (parts == null) {
            parts = new RowsIn(connection, shadow.parts(), ROW);
        }
        return parts;
    }

    private static void write(RowsIn into, UUID key, long position, View view, Object what)
            throws SQLException {
        into.row()
                .id(key)
                .number(position)
                .ids(view.visibleTo())
                .json(FactCodec.json().writeValueAsBytes(what));
    }
}

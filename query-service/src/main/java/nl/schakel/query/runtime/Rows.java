package nl.schakel.query.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.schakel.access.Actor;
import nl.schakel.events.Id;
import nl.schakel.ledger.codec.FactCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads rows as somebody: row-level security shows what her person and parties may see, and nothing
 * when nobody is set.
 */
public final class Rows {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** Reads through this source, which holds the role {@code web}. */
    public Rows(DataSource web) {
        this.jdbc = JdbcClient.create(web);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(web));
        this.transaction.setReadOnly(true);
    }

    /** The keys of an actor: herself, and the parties in whose name she may look. */
    public static Set<UUID> keys(Actor actor) {
        return Stream.concat(Stream.of(actor.person()), actor.parties().stream())
                .map(Id::value)
                .collect(Collectors.toSet());
    }

    /** One row, seen with these keys. */
    public <V> Optional<V> one(Set<UUID> as, String table, UUID key, Class<V> type) {
        return row(as, table, key, type).map(Row::view);
    }

    /** The same, with the position of its last fact. */
    public <V> Optional<Row<V>> row(Set<UUID> as, String table, UUID key, Class<V> type) {
        return seen(
                        as,
                        () ->
                                jdbc.sql(
                                                "SELECT key, position, view FROM query.%s WHERE key = ?"
                                                        .formatted(table))
                                        .param(key)
                                        .query((row, _) -> Row.of(row, type))
                                        .list())
                .stream()
                .findFirst();
    }

    /** Rows by key, seen with these keys. */
    public <V> Map<UUID, V> some(Set<UUID> as, String table, Collection<UUID> keys, Class<V> type) {
        var found = new LinkedHashMap<UUID, V>();
        for (var key : keys) {
            one(as, table, key, type).ifPresent(view -> found.put(key, view));
        }
        return found;
    }

    /** The parts of a view, in order, seen with these keys. */
    public <P> List<P> parts(Set<UUID> as, String table, UUID key, Class<P> type) {
        return seen(
                as,
                () ->
                        jdbc.sql(
                                        "SELECT view FROM query.%s WHERE key = ? ORDER BY position"
                                                .formatted(KeptView.part(table)))
                                .param(key)
                                .query(
                                        (row, _) ->
                                                FactCodec.json().readValue(row.getString(1), type))
                                .list());
    }

    /** A page of the rows for which this holds, seen with these keys. */
    public <V> List<Row<V>> page(
            Set<UUID> as, String table, Where where, Page page, Class<V> type) {
        var sql =
                "SELECT key, position, view FROM query.%s WHERE %s AND position < ? ORDER BY position DESC LIMIT ?"
                        .formatted(table, where.sql());
        return seen(
                as,
                () ->
                        jdbc.sql(sql)
                                .params(where.values())
                                .params(page.before(), page.atMost())
                                .query((row, _) -> Row.of(row, type))
                                .list());
    }

    /**
     * What holds for a row.
     *
     * @param sql with a question mark for each value; never made of what somebody sent
     */
    public record Where(String sql, List<Object> values) {

        /** Every row. */
        public static final Where ANY = of("true");

        /** With these values, in order. */
        public static Where of(String sql, Object... values) {
            return new Where(sql, List.of(values));
        }
    }

    /** A row with its key, and the position of its last fact. */
    public record Row<V>(UUID key, long position, V view) {

        static <V> Row<V> of(ResultSet row, Class<V> type) throws SQLException {
            return new Row<>(
                    Objects.requireNonNull(row.getObject(1, UUID.class)),
                    row.getLong(2),
                    FactCodec.json().readValue(row.getString(3), type));
        }
    }

    private <T> List<T> seen(
            Set<UUID> as, Supplier<? extends List<? extends @Nullable T>> question) {
        var keys = as.stream().map(UUID::toString).collect(Collectors.joining(","));
        var answer =
                transaction.execute(
                        _ -> {
                            jdbc.sql("SELECT set_config('schakel.keys', ?, true)")
                                    .param(keys)
                                    .query(String.class)
                                    .single();
                            return question.get();
                        });
        return Objects.requireNonNull(answer).stream().<T>map(Objects::requireNonNull).toList();
    }
}

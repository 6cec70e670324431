package nl.schakel.ledger.folds;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fold that writes down what it took in, twice if it is given twice; and fails when told to. */
final class Seen implements Fold {

    static final String TABLE =
            """
            CREATE TABLE query.seen (
                ord      bigint GENERATED ALWAYS AS IDENTITY,
                fold     text   NOT NULL,
                key      uuid   NOT NULL,
                position bigint NOT NULL)
            """;

    private final String name;
    private final Set<String> kinds;
    private volatile After after = (_, _) -> {};

    Seen(String name) {
        this(name, Set.of());
    }

    Seen(String name, Set<String> kinds) {
        this.name = name;
        this.kinds = kinds;
    }

    /** What happens once a fact was written down; may throw anything. */
    interface After {
        void take(Recorded recorded, JdbcClient rows) throws Throwable;
    }

    void afterwards(After after) {
        this.after = after;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> kinds() {
        return kinds;
    }

    @Override
    public void take(Recorded recorded, JdbcClient rows) {
        try {
            rows.sql("INSERT INTO query.seen (fold, key, position) VALUES (?, ?, ?)")
                    .params(name, recorded.key(), recorded.position())
                    .update();
            after.take(recorded, rows);
        } catch (Throwable thrown) {
            throw Seen.<RuntimeException>unchanged(thrown);
        }
    }

    List<Long> positions(Database database) {
        return positions(database, "key IS NOT NULL");
    }

    List<Long> positions(Database database, UUID key) {
        return positions(database, "key = '" + key + "'");
    }

    private List<Long> positions(Database database, String which) {
        return TestPostgres.superuser(database)
                .sql(
                        "SELECT position FROM query.seen WHERE fold = ? AND "
                                + which
                                + " ORDER BY ord")
                .param(name)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchanged(Throwable thrown) throws T {
        throw (T) thrown;
    }
}

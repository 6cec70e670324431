package nl.schakel.query.rebuild;

import java.util.Optional;
import java.util.UUID;
import nl.schakel.query.runtime.KeptView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables beside a live view in which it is rebuilt, and how far that is. */
final class Shadow {

    private final JdbcClient jdbc;
    private final KeptView<?> kept;

    Shadow(JdbcClient jdbc, KeptView<?> kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    /**
     * How far it is.
     *
     * @param head all facts up to this position have to be read, or have been when all is done
     * @param shares into how many the keys are divided
     * @param done how many of them have been written
     * @param facts of the ledger that are behind it by now, those of other kinds and keys too
     */
    record Far(long head, int shares, int done, long facts) {}

    String name() {
        return kept.name() + "_shadow";
    }

    String table() {
        return "query." + name();
    }

    String parts() {
        return KeptView.part(table());
    }

    String taken() {
        return table() + "_taken";
    }

    String parked() {
        return table() + "_parked";
    }

    /** What an earlier rebuild left unfinished, in the shape of today. */
    Optional<Far> begun(String shape) {
        return jdbc.sql(
                        """
                SELECT head, shares, done, facts FROM query.rebuild
                WHERE fold = ? AND shape = ? AND until IS NULL
                """)
                .params(kept.name(), shape)
                .query(
                        (row, _) ->
                                new Far(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getLong(4)))
                .optional();
    }

    /** Makes its tables empty, and notes what is to be done. */
    Far begin(String shape, long head, int shares) {
        call("begin");
        jdbc.sql(
                        """
                INSERT INTO query.rebuild (fold, shape, head, shares, done, facts, since)
                VALUES (:fold, :shape, :head, :shares, 0, 0, clock_timestamp())
                ON CONFLICT (fold) DO UPDATE SET shape = excluded.shape, head = excluded.head, shares = excluded.shares,
                    done = 0, facts = 0, since = excluded.since, until = NULL
                """)
                .param("fold", kept.name())
                .param("shape", shape)
                .param("head", head)
                .param("shares", shares)
                .update();
        return new Far(head, shares, 0, 0);
    }

    void note(Far far) {
        jdbc.sql("UPDATE query.rebuild SET head = ?, done = ?, facts = ? WHERE fold = ?")
                .params(far.head(), far.done(), far.facts(), kept.name())
                .update();
    }

    /** Makes the indexes of the live tables, when all shares are in. */
    void index() {
        call("index");
    }

    /** Nobody reads or writes the live rows from now on, until the transaction ends. */
    void hold() {
        jdbc.sql("LOCK TABLE query.%s IN ACCESS EXCLUSIVE MODE".formatted(kept.name())).update();
    }

    /** Puts its tables in the place of the live ones, and what was taken in with them. */
    void swap() {
        call("swap");
        jdbc.sql("UPDATE query.rebuild SET until = clock_timestamp() WHERE fold = ?")
                .param(kept.name())
                .update();
    }

    /** Takes these rows out of its tables, so that newer ones can come in. */
    void take(UUID[] rows, UUID[] keys) {
        jdbc.sql("DELETE FROM %s WHERE key = ANY(?)".formatted(table())).param(rows).update();
        jdbc.sql("DELETE FROM %s WHERE key = ANY(?)".formatted(taken())).param(keys).update();
    }

    private void call(String what) {
        jdbc.sql("SELECT query.shadow_%s(?)".formatted(what))
                .param(kept.name())
                .query((_, _) -> true)
                .list();
    }
}

package nl.schakel.ledger.folds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.whole.Completeness;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks behind the walls whether the ledger after a position, and every fold, is as it must be. */
final class Whole {

    private static final long A_MOMENT = Duration.ofMillis(5).toNanos();

    private final JdbcClient superuser;
    private final List<Seen> folds;

    Whole(Database database, List<Seen> folds) {
        this.superuser = TestPostgres.superuser(database);
        this.folds = folds;
    }

    /** What is wrong after this position, when exactly these keys were asked once. */
    List<String> faults(long after, Set<String> keys) {
        var faults = new ArrayList<String>();
        faults.addAll(order(after));
        faults.addAll(decisions(after, keys));
        for (var fold : folds) {
            faults.addAll(notOnce(after, fold));
            faults.addAll(outOfTurn(after, fold));
            new Completeness(superuser, "query")
                    .of(fold, head())
                    .forEach(key -> faults.add(fold.name() + " is not complete: " + key));
        }
        return faults;
    }

    /** What some fold has not taken in, or not once; empty as soon as all are level. */
    List<String> left(long after, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            var left = folds.stream().flatMap(fold -> notOnce(after, fold).stream()).toList();
            if (left.isEmpty() || System.nanoTime() > end) {
                return left;
            }
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    long head() {
        return superuser
                .sql("SELECT coalesce(max(position), 0) FROM ledger.fact")
                .query(Long.class)
                .single();
    }

    private List<String> order(long after) {
        return superuser
                .sql(
                        """
                        SELECT position || CASE WHEN at < earlier THEN ' was committed before ' || before
                            ELSE ' comes after ' || before END
                        FROM (SELECT position, lag(position, 1, :after) OVER o AS before,
                                pg_xact_commit_timestamp(xmin) AS at,
                                lag(pg_xact_commit_timestamp(xmin)) OVER o AS earlier
                            FROM ledger.fact WHERE position > :after WINDOW o AS (ORDER BY position)) f
                        WHERE position <> before + 1 OR at < earlier
                        """)
                .param("after", after)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> decisions(long after, Set<String> keys) {
        var found =
                superuser
                        .sql(
                                """
                                SELECT encode(once_key, 'hex') FROM ledger.fact
                                WHERE position > ? AND once_key IS NOT NULL
                                """)
                        .param(after)
                        .query((row, _) -> row.getString(1))
                        .list();
        var faults = new ArrayList<String>();
        var lost = new TreeSet<>(keys);
        for (var key : found) {
            if (!lost.remove(key)) {
                faults.add((keys.contains(key) ? "written twice: " : "nobody asked: ") + key);
            }
        }
        lost.forEach(key -> faults.add("not written: " + key));
        return faults;
    }

    private List<String> notOnce(long after, Seen fold) {
        return superuser
                .sql(
                        """
                        SELECT :fold || ' took in position ' || f.position || ' so often: ' || count(s.position)
                        FROM ledger.fact f LEFT JOIN query.seen s ON s.position = f.position AND s.fold = :fold
                        WHERE f.position > :after GROUP BY f.position HAVING count(s.position) <> 1
                        """)
                .params(Map.of("after", after, "fold", fold.name()))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> outOfTurn(long after, Seen fold) {
        return superuser
                .sql(
                        """
                        SELECT :fold || ' took in ' || position || ' after ' || before FROM (
                            SELECT position, lag(position) OVER (PARTITION BY key ORDER BY ord) AS before
                            FROM query.seen WHERE fold = :fold AND position > :after) s
                        WHERE position < before
                        """)
                .params(Map.of("after", after, "fold", fold.name()))
                .query((row, _) -> row.getString(1))
                .list();
    }
}

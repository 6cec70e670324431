package nl.schakel.benchmarks.showing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.ledger.database.Database;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * When facts were shown, as PostgreSQL itself remembers it: from the commit of the fact to the
 * commit of the row that shows it. Nobody has to ask for it meanwhile.
 */
final class Shown implements AutoCloseable {

    private static final int DIGITS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long A_MOMENT = Duration.ofMillis(100).toNanos();

    private final SingleConnectionDataSource source;
    private final JdbcClient jdbc;

    Shown(Database database) {
        this.source = DurablePostgres.one(database);
        this.jdbc = JdbcClient.create(source);
    }

    long head() {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM ledger.fact")
                .query(Long.class)
                .single();
    }

    /** The µs of each fact after this position, when all of them are shown. */
    Histogram after(long position) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (left(position) > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(left(position) + " facts are not shown");
            }
            LockSupport.parkNanos(A_MOMENT);
        }
        var lags = new Histogram(DIGITS);
        jdbc.sql(
                        """
                        SELECT (extract(epoch FROM pg_xact_commit_timestamp(p.xmin)
                            - pg_xact_commit_timestamp(f.xmin)) * 1000000)::bigint
                        FROM ledger.fact f JOIN query.path_part p ON p.position = f.position
                        WHERE f.position > ?
                        """)
                .param(position)
                .query((row, _) -> row.getLong(1))
                .list()
                .forEach(lags::recordValue);
        return lags;
    }

    private long left(long position) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM ledger.fact WHERE position > :after)
                            - (SELECT count(*) FROM query.path_part WHERE position > :after)
                        """)
                .param("after", position)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        source.destroy();
    }
}

package nl.schakel.ledger;

import java.time.Duration;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;

/**
 * How many rows PostgreSQL read of a table, to see whether a plan fits.
 *
 * @param through by reading it from end to end
 * @param byIndex as entries of its indexes
 */
public record Reads(long through, long byIndex) {

    /** So that only our own statements read it, and statistics stay as old as the plans. */
    public static void alone(Database database, String table) {
        TestPostgres.superuser(database)
                .sql("ALTER TABLE %s SET (autovacuum_enabled = off)".formatted(table))
                .update();
    }

    /** Since the table is there; backends tell it when they end, or a second later. */
    public static Reads of(Database database, String table) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1_500));
        return TestPostgres.superuser(database)
                .sql(
                        """
                        SELECT t.seq_tup_read, (SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes i
                                                WHERE i.relid = t.relid)
                        FROM pg_stat_user_tables t WHERE t.relid = ?::regclass
                        """)
                .param(table)
                .query((row, _) -> new Reads(row.getLong(1), row.getLong(2)))
                .single();
    }
}

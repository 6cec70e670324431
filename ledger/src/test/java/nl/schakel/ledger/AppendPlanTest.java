package nl.schakel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Appending costs the same whatever is there already: nothing in it reads the ledger through. */
final class AppendPlanTest {

    private static final int DECISIONS = 1_200;
    private static final int AT_ONCE = 24;

    /** A plan that was made while the ledger was small is the one that is kept. */
    @Test
    @Timeout(60)
    void no_decision_reads_the_ledger_through_also_when_its_statistics_are_old() throws Exception {
        var database = TestPostgres.fresh(Room.LEDGER);
        TestPostgres.superuser(database)
                .sql("ALTER TABLE ledger.fact SET (autovacuum_enabled = off)")
                .update();
        try (var appending = new Appending(database);
                var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            var decisions = Collections.nCopies(DECISIONS, (Callable<Void>) () -> once(appending));
            for (var decided : hands.invokeAll(decisions)) {
                decided.get();
            }
        }
        assertThat(read(database, "seq_tup_read", "pg_stat_user_tables")).isZero();
        assertThat(read(database, "sum(idx_tup_read)", "pg_stat_user_indexes"))
                .as("a few rows of an index for each decision")
                .isLessThan(10L * DECISIONS);
    }

    private static Void once(Appending appending) {
        var once = new Once(bytes(), bytes());
        appending.append(0, once, Appending.registered(Appending.someone()));
        return null;
    }

    private static byte[] bytes() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What was read of the ledger; backends tell it when they end, or a second later. */
    private static long read(Database database, String what, String where) throws Exception {
        Thread.sleep(1_500);
        return TestPostgres.superuser(database)
                .sql(
                        "SELECT %s FROM %s WHERE schemaname = 'ledger' AND relname = 'fact'"
                                .formatted(what, where))
                .query(Long.class)
                .single();
    }
}

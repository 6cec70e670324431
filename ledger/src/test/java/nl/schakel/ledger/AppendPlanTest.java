package nl.schakel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
        Reads.alone(database, "ledger.fact");
        try (var appending = new Appending(database);
                var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            var decisions = Collections.nCopies(DECISIONS, (Callable<Void>) () -> once(appending));
            for (var decided : hands.invokeAll(decisions)) {
                decided.get();
            }
        }
        var reads = Reads.of(database, "ledger.fact");
        assertThat(reads.through()).isZero();
        assertThat(reads.byIndex())
                .as("a few entries for each decision")
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
}

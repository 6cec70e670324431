package nl.schakel.ledger.folds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Taking in costs the same whatever was taken in already. */
final class TakingPlanTest {

    private static final int PERSONS = 1_500;

    /** A plan that was made while nothing was taken in is the one that is kept. */
    @Test
    @Timeout(60)
    void each_key_is_looked_up_also_when_the_plan_is_older_than_the_rows() throws Exception {
        var database = Following.database();
        Reads.alone(database, "query.taken");
        try (var appending = new Appending(database);
                var following = new Following(database, "one", new Seen("seen")).started()) {
            for (int i = 0; i < PERSONS; i++) {
                appending.append(0, null, Appending.registered(Appending.someone()));
            }
            assertThat(following.folds.awaitHead(Duration.ofSeconds(40))).isTrue();
        }
        var reads = Reads.of(database, "query.taken");
        assertThat(reads.through()).isZero();
        assertThat(reads.byIndex()).as("a few entries for each fact").isLessThan(10L * PERSONS);
    }
}

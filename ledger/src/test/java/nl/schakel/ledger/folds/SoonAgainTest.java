package nl.schakel.ledger.folds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However long Axon would wait after many failures, a fold looks again within seconds. */
@Timeout(30)
final class SoonAgainTest {

    @Test
    void nothing_waits_longer_than_two_seconds_to_look_again() throws Exception {
        var looked = new CountDownLatch(1);
        try (var again = new SoonAgain("soon-")) {
            var _ = again.schedule(looked::countDown, 60, TimeUnit.SECONDS);
            assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}

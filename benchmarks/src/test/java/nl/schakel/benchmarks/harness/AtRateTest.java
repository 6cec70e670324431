package nl.schakel.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class AtRateTest {

    private static final long MILLI = 1_000_000;

    @Test
    void a_window_sends_what_the_rate_says_and_not_sooner() {
        var count = new AtomicInteger();
        long start = System.nanoTime();
        var latencies =
                new AtRate(1_000, Duration.ofMillis(200)).measure(_ -> count.incrementAndGet());
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(199 * MILLI);
        assertThat(count).hasValue(200);
        assertThat(latencies.getTotalCount()).isEqualTo(200);
    }

    @Test
    void the_next_is_sent_while_the_one_before_is_not_done() {
        long start = System.nanoTime();
        var latencies =
                new AtRate(100, Duration.ofMillis(100))
                        .measure(_ -> LockSupport.parkNanos(500 * MILLI));
        assertThat(latencies.getTotalCount()).isEqualTo(10);
        assertThat(System.nanoTime() - start).isLessThan(2_500 * MILLI);
    }

    @Test
    void who_had_to_wait_for_a_stall_counts_from_when_he_should_have_been_sent() {
        var stalls = new AtomicBoolean(true);
        var one = new ReentrantLock();
        var latencies =
                new AtRate(1_000, Duration.ofMillis(100))
                        .measure(
                                _ -> {
                                    one.lock();
                                    try {
                                        if (stalls.getAndSet(false)) {
                                            LockSupport.parkNanos(400 * MILLI);
                                        }
                                    } finally {
                                        one.unlock();
                                    }
                                });
        assertThat(latencies.getMinValue()).isGreaterThan(250 * MILLI);
    }

    @Test
    void no_more_are_in_flight_than_there_are_numbers_and_what_waits_for_one_counts() {
        var inFlight = ConcurrentHashMap.<Integer>newKeySet();
        var latencies =
                new AtRate(100_000, Duration.ofMillis(5))
                        .measure(
                                worker -> {
                                    assertThat(inFlight.add(worker)).isTrue();
                                    assertThat(worker).isBetween(0, AtRate.WORKERS - 1);
                                    LockSupport.parkNanos(200 * MILLI);
                                    inFlight.remove(worker);
                                });
        assertThat(latencies.getTotalCount()).isEqualTo(500);
        assertThat(latencies.getMaxValue()).isGreaterThan(390 * MILLI);
    }

    @Test
    void what_fails_is_told_and_ends_it() {
        var count = new AtomicInteger();
        var load = new AtRate(1_000, Duration.ofSeconds(10));
        assertThatThrownBy(
                        () ->
                                load.measure(
                                        _ -> {
                                            if (count.incrementAndGet() == 5) {
                                                throw new IllegalArgumentException("no");
                                            }
                                        }))
                .hasRootCauseMessage("no");
        assertThat(count.get()).isLessThan(10_000);
    }
}

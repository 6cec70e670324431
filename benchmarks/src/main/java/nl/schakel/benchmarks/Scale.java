package nl.schakel.benchmarks;

import java.time.Duration;

/**
 * How much work a run does.
 *
 * @param rounds of A and B each
 * @param window of one sample
 * @param warming before the first
 * @param small facts in the small ledger
 * @param large facts in the large one
 * @param runs that are seeded, where runs are counted
 */
public record Scale(int rounds, Duration window, Duration warming, int small, int large, int runs) {

    /** As results are recorded. */
    public static final Scale LONG =
            new Scale(14, Duration.ofSeconds(4), Duration.ofSeconds(20), 10_000, 5_000_000, 500);

    /** A few minutes. */
    public static final Scale SHORT =
            new Scale(8, Duration.ofSeconds(2), Duration.ofSeconds(8), 10_000, 1_000_000, 20);

    /** A few seconds: only that it runs. */
    public static final Scale SMOKE =
            new Scale(2, Duration.ofMillis(40), Duration.ofMillis(40), 100, 1_000, 2);
}

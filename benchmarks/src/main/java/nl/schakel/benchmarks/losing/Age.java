package nl.schakel.benchmarks.losing;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long ago it happened, and was dated, when it is written. */
enum Age {
    /** Years ago, as an import brings it: longer than stock Axon can be told to wait for a gap. */
    YEARS(Duration.ofDays(30), Duration.ofDays(60 * 365)),
    /** Longer ago than the minute after which stock Axon gives up on a gap. */
    HOURS(Duration.ofMinutes(2), Duration.ofDays(1)),
    /** As it happens. */
    NOW(Duration.ZERO, Duration.ofMillis(1));

    private final Duration least;
    private final Duration most;

    Age(Duration least, Duration most) {
        this.least = least;
        this.most = most;
    }

    /** One such age. */
    Duration drawn(SplittableRandom chance) {
        return Duration.ofMillis(chance.nextLong(least.toMillis(), most.toMillis()));
    }
}

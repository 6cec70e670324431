package nl.schakel.query.rebuild;

import java.time.Duration;

/**
 * How far a rebuild is.
 *
 * @param fold which
 * @param facts how many it read
 * @param of how many it has to read
 * @param perSecond how many a second, since it began or went on
 */
public record Progress(String fold, long facts, long of, double perSecond) {

    /** How long it still takes at this rate; zero when that cannot be told. */
    public Duration left() {
        return perSecond <= 0
                ? Duration.ZERO
                : Duration.ofMillis((long) ((of - facts) / perSecond * 1_000));
    }

    @Override
    public String toString() {
        return "%s  %,d of %,d facts  %,.0f/s  %d s left"
                .formatted(fold, facts, of, perSecond, left().toSeconds());
    }
}

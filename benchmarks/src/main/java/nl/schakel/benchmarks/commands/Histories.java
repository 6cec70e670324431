package nl.schakel.benchmarks.commands;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The histories of one worker, of which eight are open at a time; their lengths are lognormal:
 * median 12, p99 200.
 */
final class Histories {

    private static final int OPEN = 8;
    private static final double MEDIAN = 12;
    private static final double SPREAD = 1.21;
    private static final int AT_MOST = 10_000;

    private final SplittableRandom chance;
    private final History[] open;

    Histories(long seed) {
        this.chance = new SplittableRandom(seed);
        this.open = new History[OPEN];
        for (int i = 0; i < OPEN; i++) {
            open[i] = begun();
        }
    }

    /** One for each worker; the same seed gives the same ones. */
    static List<Histories> of(int workers, long seed) {
        return IntStream.range(0, workers)
                .mapToObj(worker -> new Histories(seed * 1_000 + worker))
                .toList();
    }

    /** The one that goes on now. */
    History next() {
        int which = chance.nextInt(OPEN);
        if (open[which].ended()) {
            open[which] = begun();
        }
        return open[which];
    }

    /** An id that nobody has. */
    UUID id() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    private History begun() {
        double length = MEDIAN * Math.exp(SPREAD * chance.nextGaussian());
        return new History(id(), id(), (int) Math.clamp(Math.round(length), 1, AT_MOST));
    }
}

package nl.schakel.benchmarks.commands;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schakel.benchmarks.facts.Life;
import org.jspecify.annotations.Nullable;

/**
 * The histories of one worker, of which eight are open at a time; their lengths are lognormal:
 * median 12, p99 200.
 */
public final class Histories {

    private static final int OPEN = 8;
    private static final double MEDIAN = 12;
    private static final double SPREAD = 1.21;
    private static final int AT_MOST = 10_000;
    private static final int MANY = 1_000;

    private final SplittableRandom chance;
    private final History[] open;
    private final @Nullable Deque<History> again;

    private Histories(long seed, @Nullable Deque<History> again) {
        this.chance = new SplittableRandom(seed);
        this.open = new History[OPEN];
        this.again = again;
        for (int i = 0; i < OPEN; i++) {
            open[i] = begun();
        }
    }

    /** One for each worker, beside no referral; the same seed gives the same ones. */
    public static List<Histories> of(int workers, long seed) {
        return IntStream.range(0, workers)
                .mapToObj(worker -> new Histories(seed * MANY + worker, null))
                .toList();
    }

    /** One for each worker, beside referrals that have started: over and over, none shared. */
    public static List<Histories> beside(List<Life> lives, int workers, long seed) {
        return IntStream.range(0, workers)
                .mapToObj(
                        worker ->
                                new Histories(seed * MANY + worker, share(lives, workers, worker)))
                .toList();
    }

    private static Deque<History> share(List<Life> lives, int workers, int worker) {
        return IntStream.range(0, lives.size())
                .filter(i -> i % workers == worker)
                .mapToObj(lives::get)
                .map(life -> new History(life.referral().value(), life.person().value(), 0))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /** The one that goes on now. */
    public History next() {
        int which = chance.nextInt(OPEN);
        if (open[which].ended()) {
            if (again != null) {
                again.add(open[which]);
            }
            open[which] = begun();
        }
        return open[which];
    }

    /** An id that nobody has. */
    public UUID id() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    private History begun() {
        double length = MEDIAN * Math.exp(SPREAD * chance.nextGaussian());
        int facts = (int) Math.clamp(Math.round(length), 1, AT_MOST);
        return again == null ? new History(id(), id(), facts) : again.remove().again(even(facts));
    }

    /** Who is met again begins again with up, so ends with down. */
    private static int even(int facts) {
        return facts + facts % 2;
    }
}

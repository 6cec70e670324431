package nl.schakel.benchmarks.sending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.schakel.benchmarks.facts.Life;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;

/**
 * The histories of one worker, of which eight are open at a time; their lengths are lognormal:
 * median 12, p99 200.
 */
public final class Histories {

    private static final int OPEN = 8;
    private static final double MEDIAN = 12;
    private static final double SPREAD = 1.21;
    private static final int AT_MOST = 10_000;

    private final SplittableRandom chance;
    private final List<History> open;

    Histories(long seed) {
        this.chance = new SplittableRandom(seed);
        this.open = new ArrayList<>();
        for (int i = 0; i < OPEN; i++) {
            open.add(begun());
        }
    }

    private Histories(long seed, Collection<Life> lives) {
        this.chance = new SplittableRandom(seed);
        this.open =
                lives.stream()
                        .map(life -> new History(life.referral(), life.person(), Integer.MAX_VALUE))
                        .toList();
    }

    /** One for each worker; the same seed gives the same ones. */
    public static List<Histories> of(int workers, long seed) {
        return IntStream.range(0, workers)
                .mapToObj(worker -> new Histories(seed * 1_000 + worker))
                .toList();
    }

    /** One for each worker, beside referrals that have started; these go on without end. */
    public static List<Histories> of(int workers, long seed, List<Life> lives) {
        int each = lives.size() / workers;
        return IntStream.range(0, workers)
                .mapToObj(
                        worker ->
                                new Histories(
                                        seed * 1_000 + worker,
                                        lives.subList(worker * each, (worker + 1) * each)))
                .toList();
    }

    /** The one that goes on now. */
    public History next() {
        int which = chance.nextInt(open.size());
        if (open.get(which).ended()) {
            open.set(which, begun());
        }
        return open.get(which);
    }

    /** An id that nobody has. */
    public UUID id() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    private History begun() {
        double length = MEDIAN * Math.exp(SPREAD * chance.nextGaussian());
        int facts = (int) Math.clamp(Math.round(length), 1, AT_MOST);
        return new History(new ReferralId(id()), new PersonId(id()), facts);
    }
}

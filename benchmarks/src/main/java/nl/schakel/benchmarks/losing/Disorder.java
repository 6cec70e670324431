package nl.schakel.benchmarks.losing;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What two writers commit in one seeded run: one stands still in its first commit, after its
 * positions were drawn, and meanwhile the other goes on.
 *
 * @param age of all that is written in it
 * @param writers what each of them decides, in its order
 */
record Disorder(Age age, List<List<Decision>> writers) {

    private static final int WRITERS = 2;
    private static final int DECISIONS = 8;
    private static final int MOST_EVENTS = 3;
    private static final int PAUSE_MILLIS = 12;
    private static final int ONE_IN = 5;
    private static final int SHORT_MILLIS = 60;
    private static final int LONG_MILLIS = 100;

    /**
     * One commit.
     *
     * @param person whom it is about; nobody else writes about her
     * @param events the identifiers of what is written
     * @param ago how long ago it happened
     * @param pause before it is written
     * @param standstill of its commit, for each event in it
     */
    record Decision(
            UUID person, List<UUID> events, Duration ago, Duration pause, Duration standstill) {}

    /** The same seed gives the same run; ages take turns. */
    static Disorder of(int seed) {
        var chance = new SplittableRandom(seed);
        var age = Age.values()[seed % Age.values().length];
        return new Disorder(
                age,
                IntStream.range(0, WRITERS).mapToObj(w -> decisions(w == 0, age, chance)).toList());
    }

    /** The identifiers of all its events. */
    List<UUID> events() {
        return decisions().flatMap(decision -> decision.events().stream()).toList();
    }

    /** All that is decided in it. */
    Stream<Decision> decisions() {
        return writers.stream().flatMap(List::stream);
    }

    private static List<Decision> decisions(boolean first, Age age, SplittableRandom chance) {
        return IntStream.range(0, DECISIONS)
                .mapToObj(number -> decision(first && number == 0, age, chance))
                .toList();
    }

    private static Decision decision(boolean standsStill, Age age, SplittableRandom chance) {
        int events = standsStill ? 1 : 1 + chance.nextInt(MOST_EVENTS);
        int millis = chance.nextInt(ONE_IN) == 0 ? chance.nextInt(SHORT_MILLIS) / events : 0;
        return new Decision(
                id(chance),
                Stream.generate(() -> id(chance)).limit(events).toList(),
                age.drawn(chance),
                Duration.ofMillis(chance.nextInt(PAUSE_MILLIS)),
                Duration.ofMillis(
                        standsStill ? LONG_MILLIS + chance.nextInt(LONG_MILLIS) : millis));
    }

    private static UUID id(SplittableRandom chance) {
        return new UUID(chance.nextLong(), chance.nextLong());
    }
}

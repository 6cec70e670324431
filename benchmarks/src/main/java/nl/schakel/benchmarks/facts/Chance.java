package nl.schakel.benchmarks.facts;

import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded dice, thrown in the shapes that practice has. */
final class Chance {

    private static final double MEDIAN = 12;
    private static final double SPREAD = 1.21;
    private static final int LONGEST = 2_000;
    private static final int FEWEST_BYTES = 60;
    private static final int BYTES = 340;

    private final SplittableRandom dice;

    Chance(long seed) {
        this.dice = new SplittableRandom(seed);
    }

    UUID id() {
        return new UUID(dice.nextLong(), dice.nextLong());
    }

    int below(int bound) {
        return dice.nextInt(bound);
    }

    /** How many facts a life has: lognormal, median 12, p99 200. */
    int length() {
        double length = MEDIAN * Math.exp(SPREAD * dice.nextGaussian());
        return (int) Math.clamp(Math.round(length), 1, LONGEST);
    }

    /** A rank below this one; the first as often as the second and third together (Zipf). */
    int rank(int ranks) {
        return (int) Math.pow(ranks, dice.nextDouble()) - 1;
    }

    /** What a sealed text looks like; nobody can open it. */
    String cipher() {
        return Base64.getEncoder().encodeToString(bytes(FEWEST_BYTES + below(BYTES)));
    }

    byte[] bytes(int size) {
        var bytes = new byte[size];
        dice.nextBytes(bytes);
        return bytes;
    }
}

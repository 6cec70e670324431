package nl.schakel.benchmarks.harness;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * A median, and where it lies with 95 % certainty by bootstrap.
 *
 * @param low the lower end
 * @param median of what was measured
 * @param high the upper end
 */
public record Interval(double low, double median, double high) {

    private static final int DRAWS = 10_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20_260_302;
    private static final double QUIET = 0.05;

    /** The same values always give the same interval. */
    public static Interval of(double... values) {
        var chance = new Random(SEED);
        var medians = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            medians[draw] =
                    median(
                            DoubleStream.generate(() -> values[chance.nextInt(values.length)])
                                    .limit(values.length));
        }
        Arrays.sort(medians);
        return new Interval(
                medians[(int) (DRAWS * TAIL)],
                median(Arrays.stream(values)),
                medians[(int) (DRAWS * (1 - TAIL)) - 1]);
    }

    /** The middle one, or between the two in the middle. */
    public static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Whether something beside itself came out as itself: 1.00 ± 0.05. */
    public boolean quiet() {
        return Math.abs(median - 1) <= QUIET;
    }
}

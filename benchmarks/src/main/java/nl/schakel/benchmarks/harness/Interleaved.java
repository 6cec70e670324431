package nl.schakel.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Two sides measured in turn, A B B A A B B A: what drifts meanwhile meets both alike.
 *
 * @param pairs a sample of each side, in the order of the rounds
 */
public record Interleaved(List<Pair> pairs) {

    /** A sample of each side that stood next to each other. */
    public record Pair(Sample a, Sample b) {}

    /** Measures both, once each round. */
    public static Interleaved run(Side a, Side b, int rounds) {
        var pairs = new ArrayList<Pair>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                var first = a.measure();
                pairs.add(new Pair(first, b.measure()));
            } else {
                var first = b.measure();
                pairs.add(new Pair(a.measure(), first));
            }
        }
        return new Interleaved(List.copyOf(pairs));
    }

    /** What A is of B in each round. */
    public double[] ratios(ToDoubleFunction<Sample> figure) {
        return pairs.stream()
                .mapToDouble(
                        pair -> figure.applyAsDouble(pair.a()) / figure.applyAsDouble(pair.b()))
                .toArray();
    }

    /** The median of A's samples. */
    public double medianOfA(ToDoubleFunction<Sample> figure) {
        return Interval.median(pairs.stream().map(Pair::a).mapToDouble(figure));
    }

    /** The median of B's samples. */
    public double medianOfB(ToDoubleFunction<Sample> figure) {
        return Interval.median(pairs.stream().map(Pair::b).mapToDouble(figure));
    }

    /** The events of both sides together. */
    public long events() {
        return pairs.stream().mapToLong(pair -> pair.a().events() + pair.b().events()).sum();
    }

    /** A's samples, from the least to the most. */
    public double[] spreadOfA(ToDoubleFunction<Sample> figure) {
        return sorted(pairs.stream().map(Pair::a).mapToDouble(figure));
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }
}

package nl.schakel.benchmarks.harness;

import java.util.function.ToDoubleFunction;

/**
 * A beside B, and first A beside itself: where that does not give 1.00 ± 0.05, all of it is void.
 *
 * @param a how A is called
 * @param b how B is called
 * @param control A beside A
 * @param measured A beside B
 */
public record Beside(String a, String b, Interleaved control, Interleaved measured) {

    /** Measures the control, then both. */
    public static Beside run(Side a, Side b, int rounds) {
        return new Beside(
                a.name(), b.name(), Interleaved.run(a, a, rounds), Interleaved.run(a, b, rounds));
    }

    /** A beside itself. */
    public Interval itself(ToDoubleFunction<Sample> figure) {
        return Interval.of(control.ratios(figure));
    }

    /** A beside B. */
    public Interval ratio(ToDoubleFunction<Sample> figure) {
        return Interval.of(measured.ratios(figure));
    }

    /** Whether the box was quiet enough for this figure to count. */
    public boolean counts(ToDoubleFunction<Sample> figure) {
        return itself(figure).quiet();
    }
}

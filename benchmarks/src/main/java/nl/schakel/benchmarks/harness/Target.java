package nl.schakel.benchmarks.harness;

import java.util.Locale;

/**
 * What a figure should be; it counts when the worse end of the interval meets it.
 *
 * @param atLeast whether more is better
 * @param goal the bound
 */
public record Target(boolean atLeast, double goal) {

    /** More is better. */
    public static Target atLeast(double goal) {
        return new Target(true, goal);
    }

    /** Less is better. */
    public static Target atMost(double goal) {
        return new Target(false, goal);
    }

    /** Whether it is met with certainty. */
    public boolean met(Interval figure) {
        return atLeast ? figure.low() >= goal : figure.high() <= goal;
    }

    /** The bound and the verdict, in words. */
    public String verdict(Interval figure) {
        return String.format(Locale.ROOT, "%s %.2f: %s", atLeast ? ">=" : "<=", goal, word(figure));
    }

    private String word(Interval figure) {
        if (met(figure)) {
            return "met";
        }
        boolean median = atLeast ? figure.median() >= goal : figure.median() <= goal;
        return median ? "MISSED (the median meets it, the worse end does not)" : "MISSED";
    }
}

package nl.schakel.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A dated text file that grows while it is measured, and is told aloud meanwhile. */
public final class Report {

    private static final ToDoubleFunction<Sample> RATE = Sample::rate;

    private final List<String> lines = new ArrayList<>();

    /** One line, formatted as {@link String#format}. */
    public void say(String line, Object... values) {
        var told = values.length == 0 ? line : String.format(Locale.ROOT, line, values);
        lines.add(told);
        System.out.println(told);
    }

    /** The ratio of two rates, its control, its costs, and whether it is what it should be. */
    public void rates(Beside beside, Target target) {
        var ratio = beside.ratio(RATE);
        say("%s / %s = %s   %s", beside.a(), beside.b(), text(ratio), said(beside, target, ratio));
        say(
                "    per second %,.0f / %,.0f   CPU-us per event %.0f / %.0f = %s",
                beside.measured().medianOfA(Sample::rate),
                beside.measured().medianOfB(Sample::rate),
                beside.measured().medianOfA(Sample::cpu),
                beside.measured().medianOfB(Sample::cpu),
                text(beside.ratio(Sample::cpu)));
        say(
                "    A/A %s   rounds %d, events %,d",
                text(beside.itself(RATE)),
                beside.measured().pairs().size(),
                beside.measured().events());
    }

    /** The ratio of two costs, where less is better. */
    public void costs(Beside beside, String what, ToDoubleFunction<Sample> cost, Target target) {
        var ratio = beside.ratio(cost);
        var verdict =
                beside.counts(cost)
                        ? target.verdict(ratio)
                        : target.verdict(ratio) + ", but VOID: A/A is not 1.00 +- 0.05";
        say("%s: %s / %s = %s   %s", what, beside.a(), beside.b(), text(ratio), verdict);
        say(
                "    %.1f / %.1f   A/A %s",
                beside.measured().medianOfA(cost),
                beside.measured().medianOfB(cost),
                text(beside.itself(cost)));
    }

    /** An interval in figures. */
    public static String text(Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.2f [%.2f, %.2f]",
                interval.median(),
                interval.low(),
                interval.high());
    }

    /** Adds it to the folder, under today's name. */
    public Path write(Path folder, LocalDate day, String name) {
        try {
            var file = Files.createDirectories(folder).resolve(day + "-" + name + ".txt");
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(Beside beside, Target target, Interval ratio) {
        return beside.counts(RATE)
                ? target.verdict(ratio)
                : target.verdict(ratio) + ", but VOID: A/A is not 1.00 +- 0.05";
    }
}

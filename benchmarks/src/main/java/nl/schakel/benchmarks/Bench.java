package nl.schakel.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.benchmarks.commands.CommandsBeside;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.keeping.AppendGrowth;
import nl.schakel.benchmarks.keeping.VerifyBeside;
import nl.schakel.benchmarks.losing.LossBeside;
import nl.schakel.benchmarks.paging.Pages;
import nl.schakel.benchmarks.place.Machine;
import nl.schakel.benchmarks.posting.OverHttp;
import nl.schakel.benchmarks.rebuilding.CommandsDuring;
import nl.schakel.benchmarks.rebuilding.RebuildBeside;
import nl.schakel.benchmarks.showing.Lag;

/** Measures one thing and adds a dated file to the results. */
public final class Bench {

    /** What can be measured, by name. */
    static final Map<String, Benchmark> ALL =
            new TreeMap<>(
                    Map.of(
                            "commands", CommandsBeside::run,
                            "during", CommandsDuring::run,
                            "growth", AppendGrowth::run,
                            "http", OverHttp::run,
                            "lag", Lag::run,
                            "loss", LossBeside::run,
                            "pages", Pages::run,
                            "rebuild", RebuildBeside::run,
                            "verify", VerifyBeside::run));

    private static final Path RESULTS = Path.of("benchmarks", "results");
    private static final int WRONG = 2;

    private Bench() {}

    /** Ends with 0, or with 2 when it was not asked for something that can be measured. */
    public static void main(String[] arguments) {
        var asked = List.of(arguments);
        var benchmark = asked.isEmpty() ? null : ALL.get(asked.getFirst());
        var brief = asked.size() == 2 && asked.getLast().equals("--short");
        if (benchmark == null || asked.size() > 2 || asked.size() == 2 && !brief) {
            System.err.println("usage: ./bench NAME [--short]   NAME is one of " + ALL.keySet());
            System.exit(WRONG);
            return;
        }
        measure(asked.getFirst(), benchmark, brief);
        System.exit(0);
    }

    private static void measure(String name, Benchmark benchmark, boolean brief) {
        var report = new Report();
        var day = LocalDate.now(Clock.systemUTC());
        report.say("%s, %s%s", name, day, brief ? ", short" : "");
        Machine.describe(report);
        benchmark.run(brief ? Scale.SHORT : Scale.LONG, report);
        report.write(RESULTS, day, brief ? name + "-short" : name);
    }
}

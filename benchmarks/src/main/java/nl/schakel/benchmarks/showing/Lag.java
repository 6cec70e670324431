package nl.schakel.benchmarks.showing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.facts.Copied;
import nl.schakel.benchmarks.facts.Facts;
import nl.schakel.benchmarks.harness.AtRate;
import nl.schakel.benchmarks.harness.Interval;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.benchmarks.place.Deployment;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.benchmarks.sending.Sending;
import nl.schakel.command.CommandService;
import nl.schakel.events.Fact;
import nl.schakel.query.QueryService;
import org.HdrHistogram.Histogram;

/** From the commit of a fact to that of the path that shows it, at a fixed rate of commands. */
public final class Lag {

    private static final double RATE = 500;
    private static final double MOST_HERE = 10;
    private static final double MOST_ELSEWHERE = 25;
    private static final double MICROS = 1_000;
    private static final int LIVES = 2 * AtRate.WORKERS;
    private static final int SEED = 11;

    private final Scale scale;
    private final Report report;
    private final Sending bus;
    private final Shown shown;

    private Lag(Scale scale, Report report, Sending bus, Shown shown) {
        this.scale = scale;
        this.report = report;
        this.bus = bus;
        this.shown = shown;
    }

    /** Measures it with all read models following, first in one process, then in two. */
    public static void run(Scale scale, Report report) {
        try (var postgres = DurablePostgres.start(Map.of("track_commit_timestamp", "on"))) {
            var database = postgres.empty("showing");
            CommandService.migrate(database);
            QueryService.migrate(database);
            var parties = new Facts(SEED).parties();
            var first = new ArrayList<Fact>();
            var now = Clock.systemUTC().instant();
            var lives = Facts.started(LIVES, parties.get(0), parties.get(1), SEED, now, first);
            Copied.into(database, first, SEED);
            var deployment = Deployment.of(database);
            try (var service = Deciding.start(deployment);
                    var shown = new Shown(database)) {
                var bus = new Sending(service, Histories.of(AtRate.WORKERS, SEED, lives));
                var lag = new Lag(scale, report, bus, shown);
                report.say(
                        "load      %.0f commands a second, open model; all read models and deadlines follow",
                        RATE);
                report.say(
                        "lag       commit of the fact to commit of its row on the path, by PostgreSQL's clock");
                lag.measure("same JVM", MOST_HERE, Showing::here, deployment);
                lag.measure("other JVM", MOST_ELSEWHERE, Showing::elsewhere, deployment);
            }
        }
    }

    private void measure(
            String where, double most, Function<Deployment, Showing> start, Deployment deployment) {
        try (var _ = start.apply(deployment)) {
            window(new AtRate(RATE, scale.warming()));
            var all = new Histogram(3);
            var p99s = new ArrayList<Double>();
            for (int round = 0; round < scale.rounds(); round++) {
                var lags = window(new AtRate(RATE, scale.window()));
                p99s.add(lags.getValueAtPercentile(99) / MICROS);
                all.add(lags);
            }
            var p99 = Interval.of(p99s.stream().mapToDouble(Double::doubleValue).toArray());
            report.say("");
            report.say(
                    "%s: lag p99 = %s ms   %s",
                    where, Report.text(p99), Target.atMost(most).verdict(p99));
            report.say(
                    "    all together: p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms   %,d facts",
                    all.getValueAtPercentile(50) / MICROS,
                    all.getValueAtPercentile(90) / MICROS,
                    all.getValueAtPercentile(99) / MICROS,
                    all.getValueAtPercentile(99.9) / MICROS,
                    all.getMaxValue() / MICROS,
                    all.getTotalCount());
        }
    }

    private Histogram window(AtRate load) {
        long before = shown.head();
        load.measure(bus::one);
        return shown.after(before);
    }
}

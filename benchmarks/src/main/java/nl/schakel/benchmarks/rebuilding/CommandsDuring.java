package nl.schakel.benchmarks.rebuilding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.facts.Copied;
import nl.schakel.benchmarks.facts.Facts;
import nl.schakel.benchmarks.facts.Life;
import nl.schakel.benchmarks.harness.AtRate;
import nl.schakel.benchmarks.harness.Beside;
import nl.schakel.benchmarks.harness.Interleaved;
import nl.schakel.benchmarks.harness.Interval;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.benchmarks.sending.Sending;
import nl.schakel.command.CommandService;
import nl.schakel.events.Fact;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.folds.Deadlines;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.query.QueryService;

/** How long commands take while a read model is made anew beside them, and how long without. */
public final class CommandsDuring {

    private static final double PER_SECOND = 200;
    private static final double MOST = 1.5;
    private static final int MOST_FACTS = 1_000_000;
    private static final int LONGER = 15;
    private static final double REBUILDS_A_WINDOW = 1.5;
    private static final int LIVES = 2 * AtRate.WORKERS;
    private static final int SEED = 10;
    private static final Instant BEFORE = Instant.parse("2023-11-01T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Scale scale;
    private final Report report;
    private final DurablePostgres postgres;
    private final Database database;
    private final int facts;
    private final InstantSource clock = Clock.systemUTC();

    private CommandsDuring(Scale scale, Report report, DurablePostgres postgres) {
        this.scale = scale;
        this.report = report;
        this.postgres = postgres;
        this.database = postgres.empty("during");
        this.facts = Math.min(scale.large(), MOST_FACTS);
    }

    /** Measures it, beside up to a million facts. */
    public static void run(Scale scale, Report report) {
        try (var postgres = DurablePostgres.start()) {
            new CommandsDuring(scale, report, postgres).measure();
        }
    }

    private void measure() {
        CommandService.migrate(database);
        QueryService.migrate(database);
        var first = new ArrayList<Fact>();
        var lives = lives(first);
        Copied.into(database, first, facts, SEED);
        long start = System.nanoTime();
        try (var service = Deciding.start(database)) {
            caughtUp(service);
            report.say(
                    "facts     %,d, seeded; the deadlines took them in at %,.0f a second",
                    first.size() + facts,
                    (first.size() + facts) * 1e9 / (System.nanoTime() - start));
            measure(
                    new Sending(service, Histories.of(AtRate.WORKERS, SEED, lives)),
                    new OurRebuild(database, first.size() + facts, postgres.cpu()));
        }
    }

    /** Beside these commands are sent: what has not been started has no path. */
    private static List<Life> lives(List<Fact> into) {
        var parties = new Facts(SEED).parties();
        return Facts.started(LIVES, parties.get(0), parties.get(1), SEED, BEFORE, into);
    }

    /** Bells of long ago that nobody answered ring first, and are none of our concern. */
    private void caughtUp(Deciding service) {
        if (!service.part(Folds.class).awaitHead(PATIENCE)) {
            throw new IllegalStateException("the deadlines do not catch up");
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        var deadlines = service.part(Deadlines.class);
        while (deadlines.next().filter(due -> due.isBefore(clock.instant())).isPresent()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("bells go on ringing");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private void measure(Sending sending, OurRebuild ours) {
        new AtRate(PER_SECOND, scale.warming()).measure(sending::one);
        var alone = ours.measure();
        var load = new AtRate(PER_SECOND, window(alone));
        settings(load, alone);
        var before = new Window("before", load, sending, ours, false);
        var during = new Window("during", load, sending, ours, true);
        int rounds = Math.max(2, scale.rounds() / 2);
        var control = Interleaved.run(before, before, rounds);
        before.latencies().reset();
        var measured = Interleaved.run(during, before, rounds);
        report.costs(
                new Beside(during.name(), before.name(), control, measured),
                "p99 us",
                Sample::micros,
                Target.atMost(MOST));
        told(before);
        told(during);
        report.say(
                "    %d rebuilds in %d windows, each complete, median %,.0f facts per second",
                during.rebuilds().size(),
                rounds,
                Interval.median(during.rebuilds().stream().mapToDouble(Sample::rate)));
        report.say(
                "    peak resident memory of the process that rebuilds: %,d MiB",
                ours.peak().get() / 1_024);
    }

    /** Long enough for all stages of a rebuild, also where they take longer beside commands. */
    private Duration window(Sample alone) {
        var atLeast = scale.window().multipliedBy(LONGER);
        var rebuild = Duration.ofNanos((long) (REBUILDS_A_WINDOW * alone.nanos()));
        return rebuild.compareTo(atLeast) > 0 ? rebuild : atLeast;
    }

    private void settings(AtRate load, Sample alone) {
        report.say(
                "commands  %.0f a second in an open model: latency from the intended send time",
                PER_SECOND);
        report.say(
                "          support up and down in turn, as in 'commands', beside %d started referrals",
                LIVES);
        report.say(
                "windows   of %d s, of each the p99; a rebuild without commands takes %.0f s",
                load.window().toSeconds(), alone.nanos() / 1e9);
        report.say(
                "rebuild   '%s', a process of its own, %s, over and over; a checkpoint between windows",
                OurRebuild.PATH, OurRebuild.HEAP);
        report.say("");
    }

    private void told(Window window) {
        var latencies = window.latencies();
        report.say(
                "    %s: p50 %.2f ms, p99 %.2f ms, max %.1f ms of %,d commands",
                window.name(),
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                latencies.getMaxValue() / 1e6,
                latencies.getTotalCount());
    }
}

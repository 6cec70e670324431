package nl.schakel.benchmarks.rebuilding;

import java.util.List;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.facts.Copied;
import nl.schakel.benchmarks.facts.CopyingOut;
import nl.schakel.benchmarks.harness.Beside;
import nl.schakel.benchmarks.harness.Interleaved;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.command.CommandService;
import nl.schakel.ledger.database.Database;
import nl.schakel.query.QueryService;
import nl.schakel.query.rebuild.Rebuilding;
import nl.schakel.query.runtime.KeptView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model made anew from all facts, beside stock Axon and beside a COPY OUT of the same. */
public final class RebuildBeside {

    private static final List<Integer> THREADS = List.of(2, 4, 8);
    private static final int MOST = 1_000_000;
    private static final int FEWEST_OF_STOCK = 1_000;
    private static final int MOST_OF_STOCK = 100_000;
    private static final int SEED = 9;

    private final Scale scale;
    private final Report report;
    private final DurablePostgres postgres;
    private final Database database;
    private final int facts;
    private int few;

    private RebuildBeside(Scale scale, Report report, DurablePostgres postgres) {
        this.scale = scale;
        this.report = report;
        this.postgres = postgres;
        this.database = postgres.empty("rebuilding");
        this.facts = Math.min(scale.large(), MOST);
    }

    /** Measures both on up to a million facts; stock on some of them, for it is slow. */
    public static void run(Scale scale, Report report) {
        try (var postgres = DurablePostgres.start()) {
            new RebuildBeside(scale, report, postgres).measure();
        }
    }

    private void measure() {
        CommandService.migrate(database);
        QueryService.migrate(database);
        Copied.into(database, facts, SEED);
        int about = Math.clamp(scale.large() / 20, FEWEST_OF_STOCK, MOST_OF_STOCK);
        few = StockFacts.copied(database, about, facts);
        settings();
        var ours = new OurRebuild(database, facts, postgres.cpu());
        ours.measure();
        var kept = moments();
        int threads = best();
        same(kept, moments());
        int rounds = Math.max(2, scale.rounds() / 2);
        var control = Interleaved.run(ours, ours, rounds);
        try (var stock = stock(threads)) {
            report.rates(beside(ours, stock, control, rounds), Target.atLeast(20));
        }
        var copy = new CopyingOut(database, facts, postgres.cpu());
        copy.measure();
        report.rates(beside(ours, copy, control, rounds), Target.atLeast(0.4));
        report.say(
                "    each rebuild complete (exit code 0); peak resident memory of its process: %,d MiB",
                ours.peak().get() / 1_024);
    }

    private void settings() {
        report.say(
                "facts     %,d, seeded; stock replays %,d of them, all of a share of", facts, few);
        report.say("          the persons, without the one who has 10,000 (which would slow it)");
        report.say(
                "rebuild   '%s' by the step of the service, a process of its own, %s, its start",
                OurRebuild.PATH, OurRebuild.HEAP);
        report.say("          included; beside the live rows, which it takes the place of");
        report.say("stock     the same fold, row by row into the same tables, emptied before;");
        StockRebuild.TUNED.forEach(line -> report.say("          %s", line));
        report.say("");
    }

    /** How many threads serve stock best. */
    private int best() {
        int best = 0;
        double most = 0;
        for (int threads : THREADS) {
            try (var stock = stock(threads)) {
                double rate = stock.measure().rate();
                report.say("stock, %d threads: %,.0f facts per second", threads, rate);
                best = rate > most ? threads : best;
                most = Math.max(rate, most);
            }
        }
        report.say("stock is measured with %d threads", best);
        return best;
    }

    private StockRebuild stock(int threads) {
        return new StockRebuild(database, path(), few, threads, postgres.cpu());
    }

    private KeptView<?> path() {
        return new Rebuilding(database, _ -> {})
                .views().stream()
                        .filter(view -> view.name().equals(OurRebuild.PATH))
                        .findFirst()
                        .orElseThrow();
    }

    private static Beside beside(Side ours, Side other, Interleaved control, int rounds) {
        return new Beside(ours.name(), other.name(), control, Interleaved.run(ours, other, rounds));
    }

    /** The moments that were kept of the facts that both took in. */
    private String moments() {
        try (var source = DurablePostgres.pool(database, "query", 1, true)) {
            return JdbcClient.create(source)
                    .sql(
                            """
                            SELECT count(*) || ' moments, md5 '
                                || md5(string_agg((view - 'position')::text, ' ' ORDER BY position))
                            FROM query.path_part WHERE key IN (SELECT person FROM stock.person)
                            """)
                    .query(String.class)
                    .single();
        }
    }

    private void same(String ours, String stock) {
        if (!ours.equals(stock)) {
            throw new IllegalStateException("rebuilt " + ours + ", but stock has " + stock);
        }
        report.say("both keep the same of these facts: %s", ours);
        report.say("");
    }
}

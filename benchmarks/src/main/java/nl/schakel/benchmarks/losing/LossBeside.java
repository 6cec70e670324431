package nl.schakel.benchmarks.losing;

import java.util.List;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.place.DurablePostgres;

/**
 * What a reader never sees when commits stand still, others overtake them, and what happened long
 * ago is imported: ours, and stock Axon (AxonFramework issue 4829, which it will not mend).
 */
public final class LossBeside {

    private static final String OURS = "schakel";
    private static final String STOCK = "stock, as it comes";
    private static final String BEST = "stock, best settings";

    private final DurablePostgres postgres;
    private final Report report;
    private final Scale scale;

    private LossBeside(DurablePostgres postgres, Report report, Scale scale) {
        this.postgres = postgres;
        this.report = report;
        this.scale = scale;
    }

    /** Counts it: the same seeds on each side, first in turn and then out of turn. */
    public static void run(Scale scale, Report report) {
        report.say(
                "runs      seeded, the same on each side: two writers, 8 commits of 1 to 3 events each;");
        report.say(
                "          a third of the runs dates them now, a third hours and a third years ago");
        report.say(
                "stall     the first commit of one writer stands still for 100 to 200 ms, one in five of");
        report.say(
                "          the others up to 60 ms: a deferred trigger, the same on each side, when all");
        report.say("          positions are drawn and nobody can see them");
        report.say(
                "reader    follows all the while, what it saw and its token in one transaction; lost is");
        report.say(
                "          what it has not seen %,d ms after the last run, though it stands at the head",
                scale.window().toMillis());
        report.say("best      %s", StockStore.BEST);
        try (var postgres = DurablePostgres.start()) {
            new LossBeside(postgres, report, scale).count();
        }
    }

    private void count() {
        report.say("");
        report.say("control: one writer after the other, nothing stands still");
        report.say("%s", Lost.HEADING);
        long nothing = 0;
        for (var name : List.of(OURS, STOCK, BEST)) {
            nothing += counted(name, "control", false);
        }
        report.say(
                "    every reader sees everything: %s",
                nothing == 0 ? "yes" : "NO, so this is VOID");
        report.say("");
        report.say("both writers at once, commits stand still");
        report.say("%s", Lost.HEADING);
        long ours = counted(OURS, "stalled", true);
        long stock = counted(STOCK, "stalled", true);
        long best = counted(BEST, "stalled", true);
        report.say("");
        report.say("%s loses 0: %s", OURS, ours == 0 ? "met" : "MISSED");
        report.say("%s, loses: %s", STOCK, seen(stock));
        report.say("%s, loses: %s", BEST, seen(best));
    }

    private long counted(String name, String way, boolean atOnce) {
        try (var store = opened(name, way)) {
            var lost = new Disorderly(store, atOnce, scale.window()).run(scale.runs());
            report.say("%s", lost.line(name));
            return lost.events();
        }
    }

    private Store opened(String name, String way) {
        return switch (name) {
            case OURS -> new OurStore(postgres.empty("ours_" + way));
            case STOCK -> new StockStore(postgres.empty("stock_" + way), false);
            default -> new StockStore(postgres.empty("best_" + way), true);
        };
    }

    private static String seen(long lost) {
        return lost > 0 ? "seen" : "NOT SEEN in these runs";
    }
}

package nl.schakel.benchmarks.keeping;

import java.util.List;
import java.util.Map;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.facts.Copied;
import nl.schakel.benchmarks.harness.Beside;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas;
import nl.schakel.ledger.database.Schemas.Room;

/** What one more fact costs in a ledger of millions, beside one of ten thousand. */
public final class AppendGrowth {

    private static final double MOST = 1.15;
    private static final int SEED = 8;
    private static final int PER_SAMPLE = 4_000;

    /** As docker-compose.yml gives it. */
    private static final String BUFFERS = "1GB";

    private AppendGrowth() {}

    /** Measures it. */
    public static void run(Scale scale, Report report) {
        try (var postgres = DurablePostgres.start(Map.of("shared_buffers", BUFFERS))) {
            report.say("buffers   shared_buffers=%s", BUFFERS);
            var small = filled(postgres, "small", scale.small());
            var large = filled(postgres, "large", scale.large());
            report.say(
                    "ledgers   %,d and %,d seeded facts; each sample adds %,d to histories of its own",
                    scale.small(), scale.large(), Math.min(PER_SAMPLE, scale.large()));
            try (var many = new Adding(large, postgres.cpu(), count(scale), "large", 1);
                    var few = new Adding(small, postgres.cpu(), count(scale), "small", 2)) {
                many.measure();
                few.measure();
                var beside = Beside.run(many, few, scale.rounds());
                report.say("");
                report.costs(beside, "us per fact", Sample::micros, Target.atMost(MOST));
                report.costs(beside, "CPU-us per fact", Sample::cpu, Target.atMost(MOST));
                report.say("    the small ledger held %,d facts at the end", few.head());
            }
        }
    }

    private static int count(Scale scale) {
        return Math.min(PER_SAMPLE, scale.large());
    }

    private static Database filled(DurablePostgres postgres, String name, int facts) {
        var database = postgres.empty(name);
        Schemas.migrate(database, List.of(Room.LEDGER));
        Copied.into(database, facts, SEED);
        return database;
    }
}

package nl.schakel.benchmarks.keeping;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.facts.Copied;
import nl.schakel.benchmarks.facts.CopyingOut;
import nl.schakel.benchmarks.harness.Beside;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.place.Watched;
import nl.schakel.ledger.database.Schemas;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.verify.Verify;

/** All facts verified, tree and checkpoint included, beside a COPY OUT of the same. */
public final class VerifyBeside {

    private static final String HEAP = "-Xmx128m";
    private static final int MOST = 1_000_000;
    private static final int SEED = 7;

    private VerifyBeside() {}

    /** Measures it on up to a million facts. */
    public static void run(Scale scale, Report report) {
        int facts = Math.min(scale.large(), MOST);
        try (var postgres = DurablePostgres.start()) {
            var database = postgres.empty("facts");
            Schemas.migrate(database, List.of(Room.LEDGER));
            long start = System.nanoTime();
            Copied.into(database, facts, SEED);
            report.say(
                    "facts     %,d, seeded, brought in by COPY at %,.0f a second",
                    facts, facts * 1e9 / (System.nanoTime() - start));
            start = System.nanoTime();
            var evident = Evident.sealed(database, facts);
            report.say(
                    "          sealed at %,.0f a second",
                    facts * 1e9 / (System.nanoTime() - start));
            report.say("verify    a process of its own, %s, its start included; with tree", HEAP);
            report.say("");
            measure(
                    scale,
                    report,
                    new Verifying(evident, facts),
                    new CopyingOut(database, facts, postgres.cpu()));
        }
    }

    private static void measure(Scale scale, Report report, Verifying verify, Side copy) {
        copy.measure();
        var beside = Beside.run(verify, copy, Math.max(2, scale.rounds() / 2));
        report.costs(beside, "us per fact", Sample::micros, Target.atMost(2));
        report.say(
                "    facts per second: verify %,.0f, COPY OUT %,.0f",
                beside.measured().medianOfA(Sample::rate),
                beside.measured().medianOfB(Sample::rate));
        report.say(
                "    peak resident memory of the process that verifies: %,d MiB",
                verify.peak.get() / 1_024);
    }

    private record Verifying(Evident evident, int facts, AtomicLong peak) implements Side {

        Verifying(Evident evident, int facts) {
            this(evident, facts, new AtomicLong());
        }

        @Override
        public String name() {
            return "verify";
        }

        @Override
        public Sample measure() {
            var ran = Watched.run(Verify.class, HEAP, evident.arguments());
            if (ran.code() != Verify.GREEN) {
                throw new IllegalStateException(ran.output());
            }
            peak.accumulateAndGet(ran.peakKibibytes(), Math::max);
            return new Sample(facts, ran.nanos(), 1);
        }
    }
}

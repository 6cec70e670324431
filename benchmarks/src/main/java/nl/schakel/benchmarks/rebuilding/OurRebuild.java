package nl.schakel.benchmarks.rebuilding;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.benchmarks.harness.Cpu;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.place.Watched;
import nl.schakel.ledger.database.Database;
import nl.schakel.query.QueryService;

/**
 * The paths rebuilt as they are where it is deployed: by the step of the service, in a process of
 * its own, its start included; complete, or there is no figure.
 *
 * @param database that holds the facts
 * @param facts how many they are
 * @param cpu whose time is counted beside that of the process
 * @param peak the most KiB that were resident in any of its processes
 */
record OurRebuild(Database database, int facts, Cpu cpu, AtomicLong peak) implements Side {

    /** The read model that is rebuilt. */
    static final String PATH = "path";

    /** What the process may take, as the start script gives it. */
    static final String HEAP = "-Xmx512m";

    OurRebuild(Database database, int facts, Cpu cpu) {
        this(database, facts, cpu, new AtomicLong());
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public Sample measure() {
        long before = cpu.micros();
        var ran = Watched.run(QueryService.class, HEAP, arguments());
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.output());
        }
        peak.accumulateAndGet(ran.peakKibibytes(), Math::max);
        return new Sample(facts, ran.nanos(), cpu.micros() - before + ran.cpuMicros());
    }

    private List<String> arguments() {
        return List.of(
                "--rebuild=" + PATH,
                "--schakel.database.url=" + database.url(),
                "--schakel.database.passwords.project="
                        + Objects.requireNonNull(database.passwords().get("project")));
    }
}

package nl.schakel.benchmarks.commands;

import java.util.List;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.harness.Beside;
import nl.schakel.benchmarks.harness.InFlight;
import nl.schakel.benchmarks.harness.Interleaved;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.sending.Envelope;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.benchmarks.sending.OurSide;
import nl.schakel.benchmarks.sending.Sending;
import nl.schakel.ledger.database.Database;
import nl.schakel.vault.Vault;

/** Commands a second, 8 and 64 in flight, beside tuned stock Axon and beside bare inserts. */
public final class CommandsBeside {

    private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8, 16, 32);
    private static final List<Integer> POOLS = List.of(8, 32);
    private static final int FEW = 8;
    private static final int MANY = 64;

    private final Scale scale;
    private final Report report;
    private final DurablePostgres postgres;
    private final Database database;
    private final Deciding service;
    private long seed;

    private CommandsBeside(Scale scale, Report report, DurablePostgres postgres) {
        this.scale = scale;
        this.report = report;
        this.postgres = postgres;
        this.database = postgres.empty("commands");
        this.service = Deciding.start(database);
    }

    /** Measures both, in one run on one PostgreSQL. */
    public static void run(Scale scale, Report report) {
        try (var postgres = DurablePostgres.start()) {
            var run = new CommandsBeside(scale, report, postgres);
            try (var _ = run.service) {
                run.measure();
            }
        }
    }

    private void measure() {
        StockAxon.prepare(database);
        FloorSide.prepare(database);
        int bytes = settings();
        int clients = best(bytes);
        for (int workers : List.of(FEW, MANY)) {
            report.say("");
            report.say("%d in flight", workers);
            var sending = new Sending(service, Histories.of(workers, ++seed));
            var ours = new OurSide("schakel", service, load(workers), sending::one);
            warmed(ours);
            beside(ours, workers);
            try (var floor = new FloorSide(database, load(clients), bytes, ++seed)) {
                report.rates(
                        Beside.run(ours, warmed(floor), scale.rounds()),
                        Target.atLeast(workers == FEW ? 1 : 3));
            }
            whereTimeGoes(ours);
        }
    }

    private int settings() {
        int bytes = new Envelope(service.part(Vault.class)).bytes();
        report.say("command   support up and down in turn, one fact of %d bytes each", bytes);
        report.say(
                "          histories lognormal (median 12, p99 200), 8 open a worker, none shared");
        report.say(
                "          words sealed one by one by the vault, both marks made, on both sides");
        report.say("schakel   as deployed: pool 8, sealer every 2 s, deadlines follow the ledger");
        report.say("stock     %s", StockAxon.TUNED);
        report.say("");
        return bytes;
    }

    /** Stock with the pool that serves it best, and as it comes. */
    private void beside(Side ours, int workers) {
        int pool = 0;
        double most = 0;
        for (int size : POOLS) {
            try (var axon = new StockAxon(database, size, true)) {
                var side = warmed(stock("stock", axon, workers));
                double rate = Interleaved.run(side, side, 1).medianOfB(Sample::rate);
                report.say("stock, tuned, pool %d: %,.0f per second", size, rate);
                pool = rate > most ? size : pool;
                most = Math.max(rate, most);
            }
        }
        try (var axon = new StockAxon(database, pool, true)) {
            report.say("stock is measured with pool %d", pool);
            report.rates(
                    Beside.run(ours, warmed(stock("stock", axon, workers)), scale.rounds()),
                    Target.atLeast(workers == FEW ? 4 : 15));
        }
        try (var axon = new StockAxon(database, pool, false)) {
            var side = warmed(stock("stock", axon, workers));
            report.say(
                    "stock without a cache: %,.0f per second",
                    Interleaved.run(side, side, 1).medianOfB(Sample::rate));
        }
    }

    private Side stock(String name, StockAxon axon, int workers) {
        return new StockSide(name, axon, service.part(Vault.class), load(workers), ++seed);
    }

    private int best(int bytes) {
        int best = 1;
        double most = 0;
        for (int clients : CLIENTS) {
            try (var floor = new FloorSide(database, load(clients), bytes, ++seed)) {
                floor.measure();
                double rate = Interleaved.run(floor, floor, 1).medianOfB(Sample::rate);
                report.say("insert, %d clients: %,.0f per second", clients, rate);
                best = rate > most ? clients : best;
                most = Math.max(rate, most);
            }
        }
        return best;
    }

    private void whereTimeGoes(OurSide ours) {
        long jvm = postgres.cpu().jvmMicros();
        long database = postgres.cpu().postgresMicros();
        var sample = ours.measure();
        report.say(
                "    where CPU goes: JVM %.0f us, PostgreSQL %.0f us per command",
                (double) (postgres.cpu().jvmMicros() - jvm) / sample.events(),
                (double) (postgres.cpu().postgresMicros() - database) / sample.events());
        report.say(
                "    after each second of commands the deadlines need %.2f s more to catch up",
                ours.behind());
    }

    private InFlight load(int workers) {
        return new InFlight(workers, scale.window(), postgres.cpu());
    }

    private Side warmed(Side side) {
        long end = System.nanoTime() + scale.warming().toNanos();
        while (System.nanoTime() < end) {
            side.measure();
        }
        return side;
    }
}

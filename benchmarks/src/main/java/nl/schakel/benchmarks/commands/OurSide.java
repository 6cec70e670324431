package nl.schakel.benchmarks.commands;

import java.time.Duration;
import nl.schakel.benchmarks.harness.InFlight;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.benchmarks.sending.Sending;
import nl.schakel.ledger.folds.Folds;

/**
 * Through the bus of the deployed service: its rules, vault, ledger, sealer and deadlines. What
 * these still do after the window is waited for, and its CPU counted, so that it is not B's.
 */
final class OurSide implements Side {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Folds folds;
    private final Sending sending;
    private final InFlight load;
    private long behind;
    private long sent;

    OurSide(Deciding service, InFlight load, long seed) {
        this.folds = service.part(Folds.class);
        this.load = load;
        this.sending = new Sending(service, Histories.of(load.workers(), seed));
    }

    @Override
    public String name() {
        return "schakel";
    }

    @Override
    public Sample measure() {
        long before = load.cpu().micros();
        var sample = load.measure(sending::one);
        long ended = System.nanoTime();
        if (!folds.awaitHead(PATIENCE)) {
            throw new IllegalStateException("the deadlines do not catch up");
        }
        behind += System.nanoTime() - ended;
        sent += sample.nanos();
        return new Sample(sample.events(), sample.nanos(), load.cpu().micros() - before);
    }

    /** How long the deadlines needed to catch up, as a part of the time that was sent. */
    double behind() {
        return (double) behind / sent;
    }
}

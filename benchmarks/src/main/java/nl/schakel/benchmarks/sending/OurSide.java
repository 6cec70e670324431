package nl.schakel.benchmarks.sending;

import java.time.Duration;
import java.util.function.IntConsumer;
import nl.schakel.benchmarks.harness.InFlight;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.ledger.folds.Folds;

/**
 * Commands to the deployed service: its rules, vault, ledger, sealer and deadlines. What these
 * still do after the window is waited for, and its CPU counted, so that it is not B's.
 */
public final class OurSide implements Side {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final Folds folds;
    private final InFlight load;
    private final IntConsumer sending;
    private long behind;
    private long spent;

    /** Sends in this way. */
    public OurSide(String name, Deciding service, InFlight load, IntConsumer sending) {
        this.name = name;
        this.folds = service.part(Folds.class);
        this.load = load;
        this.sending = sending;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample measure() {
        long before = load.cpu().micros();
        var sample = load.measure(sending);
        long ended = System.nanoTime();
        if (!folds.awaitHead(PATIENCE)) {
            throw new IllegalStateException("the deadlines do not catch up");
        }
        behind += System.nanoTime() - ended;
        spent += sample.nanos();
        return new Sample(sample.events(), sample.nanos(), load.cpu().micros() - before);
    }

    /** How long the deadlines needed to catch up, as a part of the time that was sent. */
    public double behind() {
        return (double) behind / spent;
    }
}

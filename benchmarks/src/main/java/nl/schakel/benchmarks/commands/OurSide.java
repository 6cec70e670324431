package nl.schakel.benchmarks.commands;

import java.time.Duration;
import java.util.List;
import nl.schakel.benchmarks.harness.InFlight;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.command.runtime.Host;
import nl.schakel.command.support.Scaling;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.vault.Vault;

/**
 * Through the bus of the deployed service: its rules, vault, ledger, sealer and deadlines. What
 * these still do after the window is waited for, and its CPU counted, so that it is not B's.
 */
final class OurSide implements Side {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Host host;
    private final Folds folds;
    private final Envelope envelope;
    private final InFlight load;
    private final List<Histories> histories;
    private long behind;
    private long sending;

    OurSide(Deciding service, InFlight load, long seed) {
        this.host = service.part(Host.class);
        this.folds = service.part(Folds.class);
        this.envelope = new Envelope(service.part(Vault.class));
        this.load = load;
        this.histories = Histories.of(load.workers(), seed);
    }

    @Override
    public String name() {
        return "schakel";
    }

    @Override
    public Sample measure() {
        long before = load.cpu().micros();
        var sample = load.measure(worker -> send(histories.get(worker)));
        long ended = System.nanoTime();
        if (!folds.awaitHead(PATIENCE)) {
            throw new IllegalStateException("the deadlines do not catch up");
        }
        behind += System.nanoTime() - ended;
        sending += sample.nanos();
        return new Sample(sample.events(), sample.nanos(), load.cpu().micros() - before);
    }

    /** How long the deadlines needed to catch up, as a part of the time that was sent. */
    double behind() {
        return (double) behind / sending;
    }

    private void send(Histories worker) {
        var history = worker.next();
        var scaling = new Scaling(history.referral, history.person);
        var by = envelope.by();
        var why = envelope.sealed(history, by);
        var command =
                History.up(history.next())
                        ? scaling.up(why, Envelope.LOOK_AGAIN, by)
                        : scaling.down(why, Envelope.LOOK_AGAIN, by);
        host.send(command, envelope.cause(worker.id()));
    }
}

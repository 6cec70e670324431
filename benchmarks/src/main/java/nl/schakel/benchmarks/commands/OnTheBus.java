package nl.schakel.benchmarks.commands;

import java.util.List;
import java.util.function.IntConsumer;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.command.runtime.Host;
import nl.schakel.command.support.Scaling;
import nl.schakel.vault.Vault;

/** One command after the other straight onto the bus, each worker with histories of its own. */
public final class OnTheBus implements IntConsumer {

    private final Host host;
    private final Envelope envelope;
    private final List<Histories> histories;

    /** Sends to this service. */
    public OnTheBus(Deciding service, List<Histories> histories) {
        this.host = service.part(Host.class);
        this.envelope = new Envelope(service.part(Vault.class));
        this.histories = histories;
    }

    @Override
    public void accept(int number) {
        var worker = histories.get(number);
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

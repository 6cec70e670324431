package nl.schakel.benchmarks.sending;

import java.util.List;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.command.runtime.Host;
import nl.schakel.command.support.Scaling;
import nl.schakel.vault.Vault;

/** Commands on their way through the bus of the deployed service, each worker with its own. */
public final class Sending {

    private final Host host;
    private final Envelope envelope;
    private final List<Histories> histories;

    /** Sends what goes on with these, one a worker. */
    public Sending(Deciding service, List<Histories> histories) {
        this.host = service.part(Host.class);
        this.envelope = new Envelope(service.part(Vault.class));
        this.histories = histories;
    }

    /** Sends the next command of this worker, and waits until it is decided and on disk. */
    public void one(int worker) {
        var own = histories.get(worker);
        var history = own.next();
        var scaling = new Scaling(history.referral, history.person);
        var by = envelope.by();
        var why = envelope.sealed(history, by);
        var command =
                History.up(history.next())
                        ? scaling.up(why, Envelope.LOOK_AGAIN, by)
                        : scaling.down(why, Envelope.LOOK_AGAIN, by);
        host.send(command, envelope.cause(own.id()));
    }
}

package nl.schakel.benchmarks.commands;

import nl.schakel.command.support.Scaling;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.SupportEvent.ScaledUp;
import nl.schakel.ledger.codec.FactCodec;

/** What is stored of one command. */
final class Payload {

    private Payload() {}

    /** Its bytes. */
    static int bytes(Envelope envelope) {
        var history = new Histories(0).next();
        var by = envelope.by();
        var fact =
                new ScaledUp(
                        history.referral,
                        history.person,
                        Scaling.LINE,
                        Level.ALONGSIDE,
                        envelope.sealed(history, by),
                        Envelope.LOOK_AGAIN,
                        by);
        return new FactCodec().write(fact).length;
    }
}

package nl.schakel.command.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.Ledger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Facts as Axon carries them, with what stands beside them in the ledger. */
final class Messages {

    private Messages() {}

    static List<EventMessage<?>> of(
            StreamId stream, long version, List<? extends Fact> facts, Cause cause) {
        var messages = new ArrayList<EventMessage<?>>();
        for (int i = 0; i < facts.size(); i++) {
            messages.add(
                    new GenericDomainEventMessage<>(
                            stream.kind(),
                            stream.toString(),
                            version + i,
                            facts.get(i),
                            beside(cause, i == 0)));
        }
        return messages;
    }

    private static Map<String, Object> beside(Cause cause, boolean first) {
        var beside = new HashMap<String, Object>();
        beside.put(Ledger.CORRELATION, cause.correlation());
        if (cause.causation() != null) {
            beside.put(Ledger.CAUSATION, cause.causation());
        }
        if (cause.trace() != null) {
            beside.put(Ledger.TRACE, cause.trace());
        }
        if (first && cause.once() != null) {
            beside.put(Ledger.ONCE, cause.once());
        }
        return beside;
    }
}

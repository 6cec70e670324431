package nl.schakel.events;

import java.util.UUID;

/** An organisation or an initiative (partij). */
public record PartyId(UUID value) implements Id {
    /** The history of this party. */
    public StreamId stream() {
        return new StreamId("party", value);
    }
}

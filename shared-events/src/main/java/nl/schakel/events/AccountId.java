package nl.schakel.events;

import java.util.UUID;

/** A login at an identity provider, known here by a keyed mark of issuer and subject only. */
public record AccountId(UUID value) implements Id {
    /** The history of this account. */
    public StreamId stream() {
        return new StreamId("account", value);
    }
}

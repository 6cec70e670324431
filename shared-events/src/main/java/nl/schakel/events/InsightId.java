package nl.schakel.events;

import java.util.UUID;

/** One look that needs leave (inzageverzoek). */
public record InsightId(UUID value) implements Id {
    /** The history of this look. */
    public StreamId stream() {
        return new StreamId("insight", value);
    }
}

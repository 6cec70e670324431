package nl.schakel.events;

import java.util.UUID;

/** One bell that was rung (zorgsignaal). */
public record ConcernId(UUID value) implements Id {
    /** The history of this concern. */
    public StreamId stream() {
        return new StreamId("concern", value);
    }
}

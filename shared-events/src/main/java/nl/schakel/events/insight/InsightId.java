package nl.schakel.events.insight;

import java.util.UUID;
import nl.schakel.events.Id;
import nl.schakel.events.StreamId;

/** One look that needs leave (inzageverzoek). */
public record InsightId(UUID value) implements Id {
    /** The history of this look. */
    public StreamId stream() {
        return new StreamId("insight", value);
    }
}

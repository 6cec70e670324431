package nl.schakel.ledger;

import java.util.UUID;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands in the ledger.
 *
 * @param position in the order of commit, from 1, without gaps
 * @param stream its history
 * @param sequence in that history, from 0
 * @param eventId opaque and unique
 * @param fact what happened
 * @param causation the event that led to it; null when a human did
 */
public record Recorded(
        long position,
        StreamId stream,
        long sequence,
        UUID eventId,
        Fact fact,
        @Nullable UUID causation) {

    /** In whose order it is taken in: the person's, else the history's (P4: never null). */
    public UUID key() {
        var person = fact.person();
        return person == null ? stream.id() : person.value();
    }
}

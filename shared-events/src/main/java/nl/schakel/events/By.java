package nl.schakel.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, for whom, and on which two clocks.
 *
 * @param who the member or person that acted, or {@link PersonId#CLOCK}
 * @param party for whom; null when a person acts for herself or the clock did
 * @param reportedBy who said so, when it was written down for someone else; else null
 * @param recordedAt when it was written down (UTC, microseconds)
 * @param occurredAt when it happened (UTC, microseconds); never after {@code recordedAt}
 */
public record By(
        PersonId who,
        @Nullable PartyId party,
        @Nullable PersonId reportedBy,
        Instant recordedAt,
        Instant occurredAt) {

    /** A deadline passed at this moment. */
    public static By clock(Instant now) {
        return new By(PersonId.CLOCK, null, null, now, now);
    }
}

package nl.schakel.vault;

import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who looks, and by what right; kept with each line of the access log.
 *
 * @param who the person behind the login
 * @param party for whom; null when for herself
 * @param authority version and row of the matrix that allowed it
 * @param purpose why, as the person will read it
 * @param ground the consent or legal ground, when one was needed
 * @param trace the W3C trace id, if there is one
 */
public record Reader(
        PersonId who,
        @Nullable PartyId party,
        String authority,
        String purpose,
        @Nullable String ground,
        @Nullable String trace) {}

package nl.schakel.query.course;

import java.time.Instant;
import java.util.UUID;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's turn: what she does now, or what others wait for.
 *
 * @param person who; null when it is up to a party
 * @param party for which party, or which party as a whole; null for the person whom the path is
 *     about
 * @param what it is
 * @param since when
 * @param object the referral or bell that it belongs to
 */
public record Turn(
        @Nullable PersonId person,
        @Nullable PartyId party,
        What what,
        Instant since,
        UUID object) {}

package nl.schakel.access;

import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.Role;

/** Who may: own party or named on the path; for anyone else it is not there (access.md, rule 1). */
public final class May {

    /**
     * Version and row of the matrix that a decision stands on; kept with each line of the access
     * log.
     */
    public static final String AUTHORITY = "1/eigen-partij-of-genoemd";

    private May() {}

    /** Whether this person's path is there for the actor. */
    public static boolean see(Actor actor, PersonId person, Circle circle) {
        return actor.person().equals(person)
                || circle.parties().stream().anyMatch(actor.parties()::contains)
                || circle.referrals().values().stream()
                        .anyMatch(ring -> ring.names(actor.person()));
    }

    /** Whether this one referral of the person is there for the actor. */
    public static boolean see(Actor actor, PersonId person, Ring ring) {
        return actor.person().equals(person)
                || ring.parties().stream().anyMatch(actor.parties()::contains)
                || ring.names(actor.person());
    }

    /** Whether the actor may bring new members to that party. */
    public static boolean enrol(Actor actor, PartyId party) {
        return actor.administrator()
                || actor.is(Role.COORDINATOR, party) && actor.parties().contains(party);
    }

    /** Passes when allowed; throws {@link NotThere} when not: deny looks like not there. */
    public static void require(boolean allowed) {
        if (!allowed) {
            throw new NotThere();
        }
    }
}

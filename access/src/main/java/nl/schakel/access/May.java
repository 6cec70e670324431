package nl.schakel.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.Role;

/** Who may: own party or named on the path; for anyone else it is not there (access.md, rule 1). */
public final class May {

    /** The version of the matrix; the only one there has been. */
    public static final String MATRIX = "1";

    /**
     * Version and row of the matrix that a decision stands on; kept with each line of the access
     * log.
     */
    public static final String AUTHORITY = MATRIX + "/eigen-partij-of-genoemd";

    /** The row by which an auditor looks, kept likewise. */
    public static final String REPLAYING = MATRIX + "/auditor-structuur";

    /** The row by which an auditor sees names and words, kept likewise. */
    public static final String REVEALING = MATRIX + "/auditor-inzage";

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

    /** Whether the actor is one of these people, or looks in the name of one of these parties. */
    public static boolean among(
            Actor actor, Collection<PersonId> people, Collection<PartyId> parties) {
        return people.contains(actor.person())
                || parties.stream().anyMatch(actor.parties()::contains);
    }

    /** Whether this version of her guide opens for the actor on that day (rule 16). */
    public static boolean read(
            Actor actor, PersonId person, Circle circle, int version, LocalDate day) {
        return actor.person().equals(person)
                || actor.parties().stream()
                        .anyMatch(party -> circle.opensGuide(version, party, actor.person(), day));
    }

    /** Whether the actor may say for this member when she is there: she herself, or who enrols. */
    public static boolean speak(Actor actor, PersonId member, Circle circle) {
        var parties = circle.memberships().keySet();
        return !parties.isEmpty()
                && (actor.person().equals(member)
                        || parties.stream().anyMatch(party -> enrol(actor, party)));
    }

    /** Whether the actor may replay histories: their structure, never a name or a word. */
    public static boolean replay(Actor actor) {
        return actor.parties().stream().anyMatch(party -> actor.is(Role.AUDITOR, party));
    }

    /** Whether the actor is one of the two auditors between whom a look was agreed. */
    public static boolean reveal(Actor actor, PersonId askedBy, PersonId approvedBy) {
        return replay(actor) && among(actor, Set.of(askedBy, approvedBy), Set.of());
    }

    /** Whether the actor may bring in parties, and bind logins to persons. */
    public static boolean administer(Actor actor) {
        return actor.administrator();
    }

    /** Whether the actor may bring new members to that party. */
    public static boolean enrol(Actor actor, PartyId party) {
        return administer(actor)
                || actor.is(Role.COORDINATOR, party) && actor.parties().contains(party);
    }

    /** Passes when allowed; throws {@link NotThere} when not: deny looks like not there. */
    public static void require(boolean allowed) {
        if (!allowed) {
            throw new NotThere();
        }
    }
}

package nl.schakel.access;

import java.util.Map;
import java.util.Set;
import nl.schakel.events.AccountId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the person behind a token, and for whom she acts; follows from facts, never from the
 * token.
 *
 * @param person the person behind the login
 * @param memberships her parties, with her roles there
 * @param acting the party she acts for; null when she acts for herself, or did not choose among
 *     several
 * @param administrator whether configuration names her as functional administrator (beheer)
 */
public record Actor(
        PersonId person,
        Map<PartyId, Set<Role>> memberships,
        @Nullable PartyId acting,
        boolean administrator) {

    /** The parties in whose name she may look: the one she chose, else all of hers. */
    public Set<PartyId> parties() {
        return acting == null ? memberships.keySet() : Set.of(acting);
    }

    /**
     * The functional administrator that configuration names, before any fact binds her login to a
     * person.
     */
    public static Actor administrator(AccountId account) {
        return new Actor(new PersonId(account.value()), Map.of(), null, true);
    }

    /** The same person, acting for this party. */
    public Actor actingFor(PartyId party) {
        return new Actor(person, memberships, party, administrator);
    }

    /** Whether she has that role at that party. */
    public boolean is(Role role, PartyId party) {
        return memberships.getOrDefault(party, Set.of()).contains(role);
    }
}

package nl.schakel.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;

/**
 * Who belongs to a party, and what the party is called.
 *
 * @param kind organisation or initiative
 * @param name as the party calls itself; empty as long as it did not join
 * @param neighbourhood where it is at home
 * @param members the roles of each member, in the order of joining
 */
public record Roster(
        PartyKind kind, String name, String neighbourhood, Map<PersonId, Set<Role>> members) {

    /** A party that did not join. */
    public static final Roster UNKNOWN = new Roster(PartyKind.INITIATIVE, "", "", Map.of());

    /** Whether this party takes part. */
    public boolean joined() {
        return !name.isEmpty();
    }

    /** The members that stand in when nobody else can be reached. */
    public List<PersonId> coordinators() {
        return members.entrySet().stream()
                .filter(member -> member.getValue().contains(Role.COORDINATOR))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The party after one more fact. */
    public static Roster evolve(Roster roster, PartyEvent fact) {
        return switch (fact) {
            case PartyEvent.PartyJoined joined ->
                    new Roster(
                            joined.kind(), joined.name(), joined.neighbourhood(), roster.members());
            case PartyEvent.MemberAdded added -> roster.with(added);
        };
    }

    private Roster with(PartyEvent.MemberAdded added) {
        var all = new LinkedHashMap<>(members);
        all.put(added.member(), added.roles());
        return new Roster(kind, name, neighbourhood, all);
    }
}

package nl.schakel.command.desk;

import java.util.Map;
import java.util.Set;
import nl.schakel.events.PersonId;

/**
 * The people of one or two parties as they were looked up for a command.
 *
 * @param members everyone there
 * @param standIns who stands in for whoever is away on the day of the command
 */
public record Team(Set<PersonId> members, Map<PersonId, PersonId> standIns) {

    /** A team of nobody. */
    public static final Team NOBODY = new Team(Set.of(), Map.of());

    /** Whether this member can be reached herself, or through a stand-in that is there. */
    public boolean reaches(PersonId member) {
        var standIn = standIns.get(member);
        return members.contains(member) && (standIn == null || here(standIn));
    }

    /** Whether this member is there herself. */
    public boolean here(PersonId member) {
        return members.contains(member) && !standIns.containsKey(member);
    }
}

package nl.schakel.command.desk;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Who is there for this member: she herself, or the first along the stand-ins who is; nobody
     * when they stand in for each other.
     */
    public Optional<PersonId> there(PersonId member) {
        var away = new HashSet<PersonId>();
        var now = member;
        for (var next = standIns.get(now); next != null; next = standIns.get(now)) {
            if (!away.add(now)) {
                return Optional.empty();
            }
            now = next;
        }
        return Optional.of(now);
    }

    /** Whether this member can be reached herself, or through a stand-in that is there. */
    public boolean reaches(PersonId member) {
        return members.contains(member) && there(member).filter(members::contains).isPresent();
    }

    /** Whether this member is there herself. */
    public boolean here(PersonId member) {
        return members.contains(member) && !standIns.containsKey(member);
    }
}

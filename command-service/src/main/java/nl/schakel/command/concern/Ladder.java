package nl.schakel.command.concern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.schakel.command.desk.Team;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.concern.KnownContact;
import nl.schakel.events.concern.Rung;

/**
 * In which order humans are rung: contact, substitute, coordinator, then the coordinators of both
 * sides (rule 21).
 */
final class Ladder {

    private Ladder() {}

    /**
     * One side of the bell.
     *
     * @param party whose side
     * @param contacts the known contact, then the substitute; may be empty
     * @param coordinators of that party; may be empty
     */
    record Side(PartyId party, List<PersonId> contacts, List<PersonId> coordinators) {

        private List<KnownContact> there(List<PersonId> people, Team team, Set<PersonId> spared) {
            return people.stream()
                    .flatMap(person -> team.there(person).stream())
                    .filter(person -> !spared.contains(person))
                    .map(person -> new KnownContact(person, party))
                    .distinct()
                    .toList();
        }
    }

    /**
     * The steps, none of them empty, nobody alone on two of them; the last one is rung again and
     * again.
     *
     * @param other the side that is rung first
     * @param own the side of the raiser; equal to {@code other} when there is none
     * @param team who stands in for whoever is away now
     * @param spared never rung: who raised it, and whom it is about (rule 25)
     */
    static List<Rung> of(Side other, Side own, Team team, Set<PersonId> spared) {
        var steps = new LinkedHashSet<List<KnownContact>>();
        other.there(other.contacts(), team, spared).forEach(contact -> steps.add(List.of(contact)));
        var theirs = other.there(other.coordinators(), team, spared);
        var ours = own.there(own.coordinators(), team, spared);
        steps.add(theirs);
        steps.add(Stream.concat(theirs.stream(), ours.stream()).distinct().toList());
        return steps.stream().filter(step -> !step.isEmpty()).map(Rung::new).toList();
    }
}

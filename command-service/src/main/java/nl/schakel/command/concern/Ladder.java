package nl.schakel.command.concern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

        private List<KnownContact> known(
                List<PersonId> people, Map<PersonId, PersonId> standIns, PersonId raiser) {
            return people.stream()
                    .map(person -> standIns.getOrDefault(person, person))
                    .filter(person -> !person.equals(raiser))
                    .map(person -> new KnownContact(person, party))
                    .toList();
        }
    }

    /**
     * The steps, none of them empty, nobody alone on two of them; the last one is rung again and
     * again.
     *
     * @param other the side that is rung first
     * @param own the side of the raiser; equal to {@code other} when there is none
     * @param standIns who stands in for whoever is away now
     * @param raiser is never rung for her own concern
     */
    static List<Rung> of(Side other, Side own, Map<PersonId, PersonId> standIns, PersonId raiser) {
        var steps = new LinkedHashSet<List<KnownContact>>();
        other.known(other.contacts(), standIns, raiser)
                .forEach(contact -> steps.add(List.of(contact)));
        var theirs = other.known(other.coordinators(), standIns, raiser);
        var both =
                Stream.concat(
                                theirs.stream(),
                                own.known(own.coordinators(), standIns, raiser).stream())
                        .distinct()
                        .toList();
        steps.add(theirs);
        steps.add(both);
        return nobodyTwice(steps);
    }

    private static List<Rung> nobodyTwice(Set<List<KnownContact>> steps) {
        var rungs = new ArrayList<Rung>();
        steps.stream().filter(step -> !step.isEmpty()).map(Rung::new).forEach(rungs::add);
        return List.copyOf(rungs);
    }
}

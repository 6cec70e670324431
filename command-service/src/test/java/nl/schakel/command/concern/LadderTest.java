package nl.schakel.command.concern;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.HANS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.concern.Ladder.Side;
import nl.schakel.command.desk.Team;
import nl.schakel.events.PersonId;
import nl.schakel.events.concern.Rung;
import org.junit.jupiter.api.Test;

/** Rule 21, for every length of the ladder from zero. */
final class LadderTest {

    private static final Set<PersonId> SPARED = Set.of(A_STRANGER, HANS);

    @BothDirections
    void it_rings_the_known_contact_then_the_substitute_then_the_coordinator_then_both(
            Direction direction) {
        var side = direction.asking();
        assertThat(rungs(full(direction), ours(direction)))
                .containsExactly(
                        List.of(side.contact()),
                        List.of(side.substitute()),
                        List.of(side.coordinator()),
                        List.of(side.coordinator(), direction.asked().coordinator()));
    }

    @BothDirections
    void without_a_substitute_the_coordinator_comes_after_the_contact(Direction direction) {
        var side = direction.asking();
        var other = new Side(side.party(), List.of(side.contact()), List.of(side.coordinator()));
        assertThat(rungs(other, ours(direction)))
                .containsExactly(
                        List.of(side.contact()),
                        List.of(side.coordinator()),
                        List.of(side.coordinator(), direction.asked().coordinator()));
    }

    @BothDirections
    void without_any_contact_it_begins_at_the_coordinator(Direction direction) {
        var side = direction.asking();
        var other = new Side(side.party(), List.of(), List.of(side.coordinator()));
        assertThat(rungs(other, ours(direction)))
                .containsExactly(
                        List.of(side.coordinator()),
                        List.of(side.coordinator(), direction.asked().coordinator()));
    }

    @BothDirections
    void without_a_coordinator_there_the_raisers_own_coordinator_is_last(Direction direction) {
        var side = direction.asking();
        var other = new Side(side.party(), List.of(side.contact(), side.substitute()), List.of());
        assertThat(rungs(other, ours(direction)))
                .containsExactly(
                        List.of(side.contact()),
                        List.of(side.substitute()),
                        List.of(direction.asked().coordinator()));
    }

    @BothDirections
    void without_a_coordinator_anywhere_the_substitute_is_last(Direction direction) {
        var side = direction.asking();
        var other = new Side(side.party(), List.of(side.contact(), side.substitute()), List.of());
        assertThat(rungs(other, nobodyAt(direction)))
                .containsExactly(List.of(side.contact()), List.of(side.substitute()));
    }

    @BothDirections
    void with_one_human_only_it_rings_her(Direction direction) {
        var side = direction.asking();
        var contact = new Side(side.party(), List.of(side.contact()), List.of());
        assertThat(rungs(contact, nobodyAt(direction))).containsExactly(List.of(side.contact()));
        var both = new Side(side.party(), List.of(side.contact()), List.of(side.contact()));
        assertThat(rungs(both, nobodyAt(direction))).containsExactly(List.of(side.contact()));
    }

    @BothDirections
    void with_nobody_at_all_the_ladder_is_empty(Direction direction) {
        var nobody = new Side(direction.asking().party(), List.of(), List.of());
        assertThat(rungs(nobody, nobodyAt(direction))).isEmpty();
    }

    @BothDirections
    void when_there_is_no_other_side_the_one_side_is_rung_once(Direction direction) {
        var side = full(direction);
        assertThat(rungs(side, side))
                .containsExactly(
                        List.of(direction.asking().contact()),
                        List.of(direction.asking().substitute()),
                        List.of(direction.asking().coordinator()));
    }

    @BothDirections
    void the_raiser_and_whom_it_is_about_are_never_rung(Direction direction) {
        var side = direction.asking();
        var spared = Set.of(side.contact(), side.coordinator());
        assertThat(rungs(full(direction), ours(direction), Map.of(), spared))
                .containsExactly(
                        List.of(side.substitute()), List.of(direction.asked().coordinator()));
    }

    @BothDirections
    void rule_34_who_stands_in_is_rung_instead_of_who_is_away(Direction direction) {
        var side = direction.asking();
        assertThat(
                        rungs(
                                full(direction),
                                ours(direction),
                                Map.of(side.contact(), side.substitute()),
                                SPARED))
                .startsWith(List.of(side.substitute()), List.of(side.coordinator()));
    }

    @BothDirections
    void rule_34_who_stands_in_for_who_stands_in_is_rung_when_both_are_away(Direction direction) {
        var side = direction.asking();
        var other = new Side(side.party(), List.of(side.contact()), List.of());
        var away = Map.of(side.contact(), side.substitute(), side.substitute(), side.coordinator());
        assertThat(rungs(other, nobodyAt(direction), away, SPARED))
                .containsExactly(List.of(side.coordinator()));
    }

    @BothDirections
    void rule_34_who_stand_in_for_each_other_are_passed_over(Direction direction) {
        var side = direction.asking();
        var away = Map.of(side.contact(), side.substitute(), side.substitute(), side.contact());
        assertThat(rungs(full(direction), ours(direction), away, SPARED))
                .startsWith(List.of(side.coordinator()));
    }

    @BothDirections
    void nobody_is_rung_twice_at_one_moment(Direction direction) {
        var side = direction.asking();
        var other = new Side(side.party(), List.of(), List.of(side.coordinator(), side.contact()));
        assertThat(
                        rungs(
                                other,
                                nobodyAt(direction),
                                Map.of(side.contact(), side.coordinator()),
                                SPARED))
                .containsExactly(List.of(side.coordinator()));
    }

    @Test
    void everyone_is_rung_for_the_party_she_is_rung_at() {
        var direction = Direction.PROFESSIONAL_TO_INITIATIVE;
        var steps = Ladder.of(full(direction), ours(direction), Team.NOBODY, SPARED);
        assertThat(steps.getLast()).isEqualTo(new ConcernStory(direction).bothCoordinators());
    }

    private static Side full(Direction direction) {
        var side = direction.asking();
        return new Side(
                side.party(),
                List.of(side.contact(), side.substitute()),
                List.of(side.coordinator()));
    }

    private static Side ours(Direction direction) {
        var side = direction.asked();
        return new Side(side.party(), List.of(side.contact()), List.of(side.coordinator()));
    }

    private static Side nobodyAt(Direction direction) {
        return new Side(direction.asked().party(), List.of(), List.of());
    }

    private static List<List<PersonId>> rungs(Side other, Side own) {
        return rungs(other, own, Map.of(), SPARED);
    }

    private static List<List<PersonId>> rungs(
            Side other, Side own, Map<PersonId, PersonId> standIns, Set<PersonId> spared) {
        var team = new Team(new LinkedHashSet<>(standIns.keySet()), standIns);
        return Ladder.of(other, own, team, spared).stream().map(LadderTest::people).toList();
    }

    private static List<PersonId> people(Rung rung) {
        return rung.contacts().stream().map(contact -> contact.person()).toList();
    }
}

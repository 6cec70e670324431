package nl.schakel.command.concern;

import static java.util.stream.Collectors.toMap;
import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.A_THIRD_PARTY;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.by;
import static nl.schakel.command.People.words;
import static nl.schakel.command.concern.ConcernStory.HEARD_BEFORE;
import static nl.schakel.command.concern.ConcernStory.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.concern.Concern.Raised;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.concern.ConcernEvent.ConcernHeard;
import nl.schakel.events.concern.ConcernEvent.NobodyToRing;
import nl.schakel.events.concern.ConcernEvent.OutcomeTold;
import nl.schakel.events.party.Role;

final class ConcernTest {

    @BothDirections
    void rule_20_raising_rings_the_first_human_at_once_and_says_by_when_she_hears_it(
            Direction direction) {
        var story = new ConcernStory(direction);
        var ladder = story.ladder();
        story.silent()
                .when(story.raise(ladder))
                .then(story.raised(ladder), story.firstRung(ladder.getFirst()));
    }

    @BothDirections
    void rule_20_a_concern_is_never_lost_even_when_there_is_nobody_to_ring(Direction direction) {
        var story = new ConcernStory(direction);
        story.silent()
                .when(story.raise(List.of()))
                .then(
                        story.raised(List.of()),
                        new NobodyToRing(ID, HANS, HEARD_BEFORE, story.raising().by()))
                .when(story.ringNext(List.of()))
                .then(story.nobody())
                .when(story.ringNext(story.ladder()))
                .then(story.nextRung(story.ladder().getFirst()));
    }

    @BothDirections
    void rule_20_raising_fails_in_no_state_and_for_nobody(Direction direction) {
        var story = new ConcernStory(direction);
        for (var anyone :
                List.of(
                        by(HANS, null),
                        by(A_STRANGER, null),
                        by(A_STRANGER, A_THIRD_PARTY),
                        direction.asking().by(),
                        direction.asked().by())) {
            story.silent().when(story.raise(story.ladder(), anyone)).happened();
        }
        story.ringing().when(story.raise(story.ladder())).nothing();
        story.heard().when(story.raise(story.ladder())).nothing();
    }

    @BothDirections
    void rule_21_unheard_it_rings_the_next_step_and_the_last_one_again_and_again(
            Direction direction) {
        var story = new ConcernStory(direction);
        var ladder = story.ladder();
        story.ringing()
                .when(story.ringNext(ladder))
                .then(story.nextRung(ladder.get(1)))
                .when(story.ringNext(ladder))
                .then(story.nextRung(ladder.get(2)))
                .when(story.ringNext(ladder))
                .then(story.nextRung(ladder.get(3)))
                .when(story.ringNext(ladder))
                .then(story.nextRung(ladder.get(3)));
    }

    @BothDirections
    void rule_21_the_ladder_of_this_moment_counts_not_the_one_of_then(Direction direction) {
        var story = new ConcernStory(direction);
        var rung = story.rung();
        var later = List.of(story.step(rung.contact()), story.step(A_STRANGER));
        story.ringing()
                .when(story.ringNext(later))
                .then(story.nextRung(story.step(A_STRANGER)))
                .when(story.ringNext(List.of()))
                .then(story.nobody());
    }

    @BothDirections
    void rule_21_once_heard_nobody_is_rung_any_more(Direction direction) {
        var story = new ConcernStory(direction);
        story.heard().when(story.ringNext(story.ladder())).nothing();
    }

    @BothDirections
    void rule_22_heard_is_said_by_anyone_rung_so_far_or_by_someone_of_that_party(
            Direction direction) {
        var story = new ConcernStory(direction);
        var side = story.rung();
        for (var human :
                List.of(side.by(), by(side.contact(), null), by(side.substitute(), side.party()))) {
            story.ringing()
                    .when(story.hear(human))
                    .then(new ConcernHeard(ID, HANS, human))
                    .when(story.hear(human))
                    .nothing();
        }
        for (var other :
                List.of(
                        By.clock(NOW),
                        by(A_STRANGER, A_THIRD_PARTY),
                        by(HANS, null),
                        story.raising().by(),
                        by(story.raising().coordinator(), story.raising().party()))) {
            story.ringing().when(story.hear(other)).refused(ConcernRefusal.ONLY_WHO_IS_RUNG_HEARS);
        }
    }

    @BothDirections
    void rule_22_the_raiser_does_not_hear_herself_even_when_her_own_party_is_rung(
            Direction direction) {
        var story = new ConcernStory(direction);
        var raising = story.raising();
        var bell = story.ringingEverywhere();
        bell.when(story.hear(by(raising.coordinator(), raising.party()))).happened();
        bell.when(story.hear(raising.by())).refused(ConcernRefusal.ONLY_WHO_IS_RUNG_HEARS);
    }

    @BothDirections
    void rule_22_who_wrote_it_down_for_the_raiser_may_hear_it(Direction direction) {
        var story = new ConcernStory(direction);
        var rung = story.rung();
        var onThePhone = by(rung.contact(), rung.party(), story.raising().contact());
        var bell = story.silent().when(story.raise(story.ladder(), onThePhone)).happened();
        bell.when(story.hear(rung.by())).happened();
    }

    @BothDirections
    void rule_22_the_raiser_hears_what_came_of_it(Direction direction) {
        var story = new ConcernStory(direction);
        var by = story.rung().by();
        story.heard().when(story.tell(by)).then(new OutcomeTold(ID, HANS, words("uitkomst"), by));
        story.ringing().when(story.tell(by)).refused(ConcernRefusal.NOT_HEARD_YET);
        story.heard()
                .when(story.tell(story.raising().by()))
                .refused(ConcernRefusal.ONLY_WHO_IS_RUNG_HEARS);
    }

    /** The types show the rest: a decision about a concern is a list of concern events. */
    @BothDirections
    void rule_24_a_concern_touches_no_other_history(Direction direction) {
        var story = new ConcernStory(direction);
        assertThat(
                        story.ringingEverywhere()
                                .when(story.hear(story.rung().by()))
                                .happened()
                                .when(story.tell(story.rung().by()))
                                .happened()
                                .history())
                .hasSizeGreaterThan(5)
                .allSatisfy(fact -> assertThat(fact.stream()).isEqualTo(ID.stream()));
    }

    @BothDirections
    void rule_25_it_is_there_for_the_raiser_and_for_whom_it_rang(Direction direction) {
        var story = new ConcernStory(direction);
        var bell = (Raised) story.ringing().state();
        var rung = story.rung();
        var raising = story.raising();
        assertThat(thereFor(bell, raising.contact(), Set.of(raising.party()))).isTrue();
        assertThat(thereFor(bell, rung.contact(), Set.of())).isTrue();
        assertThat(thereFor(bell, rung.substitute(), Set.of(rung.party()))).isTrue();
    }

    @BothDirections
    void rule_25_it_is_not_there_for_the_raisers_peers_nor_for_whom_it_is_about(
            Direction direction) {
        var story = new ConcernStory(direction);
        var bell = (Raised) story.ringing().state();
        var raising = story.raising();
        assertThat(thereFor(bell, raising.substitute(), Set.of(raising.party()))).isFalse();
        assertThat(thereFor(bell, HANS, Set.of(story.rung().party()))).isFalse();
    }

    @BothDirections
    void rule_25_it_is_there_for_who_said_it_and_for_who_wrote_it_down(Direction direction) {
        var story = new ConcernStory(direction);
        var spoken = by(A_STRANGER, A_THIRD_PARTY, HANS);
        var bell =
                (Raised)
                        story.silent().when(story.raise(story.ladder(), spoken)).happened().state();
        assertThat(thereFor(bell, HANS, Set.of())).isTrue();
        assertThat(thereFor(bell, A_STRANGER, Set.of())).isTrue();
    }

    private static boolean thereFor(Raised bell, PersonId person, Set<PartyId> parties) {
        var roles = parties.stream().collect(toMap(party -> party, _ -> Set.of(Role.CONTACT)));
        var actor = new Actor(person, roles, null, false);
        return May.among(actor, bell.people(), bell.partiesFor(person));
    }
}

package nl.schakel.command.referral;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.A_THIRD_PARTY;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.by;
import static nl.schakel.command.People.words;
import static nl.schakel.command.referral.ReferralStory.ID;
import static nl.schakel.command.referral.ReferralStory.THURSDAY;
import static nl.schakel.command.referral.ReferralStory.TUESDAY;
import static nl.schakel.command.referral.ReferralStory.hansHimself;
import static nl.schakel.events.referral.Meeting.ALONE;
import static nl.schakel.events.referral.Meeting.DID_NOT_HAPPEN;
import static nl.schakel.events.referral.Meeting.TOGETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.Rules;
import nl.schakel.command.referral.Referral.Introducing;
import nl.schakel.command.referral.Referral.Started;
import nl.schakel.command.referral.Referral.TakingPart;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.referral.ReferralEvent.FirstVisitCalledOff;
import nl.schakel.events.referral.ReferralEvent.FirstVisitMoved;
import nl.schakel.events.referral.ReferralEvent.FirstVisitPromised;
import nl.schakel.events.referral.ReferralEvent.FirstVisitRecorded;

final class IntroductionTest {

    @BothDirections
    void rule_8_together_in_either_sides_eyes_is_handed_over(Direction direction) {
        var story = new ReferralStory(direction);
        for (var side : List.of(direction.asking(), direction.asked())) {
            var after = story.hasPromised().when(story.told(TUESDAY, TOGETHER, side.by()));
            assertThat(after.happened().state()).isInstanceOf(TakingPart.class);
        }
    }

    @BothDirections
    void rule_8_alone_is_handed_over_once_the_receiver_has_met_the_person(Direction direction) {
        var story = new ReferralStory(direction);
        var sender =
                story.hasPromised()
                        .when(story.told(TUESDAY, ALONE, direction.asking().by()))
                        .happened();
        assertThat(sender.state()).isInstanceOf(Introducing.class);
        var both = sender.when(story.told(TUESDAY, ALONE, direction.asked().by())).happened();
        assertThat(both.state()).isInstanceOf(TakingPart.class);
    }

    @BothDirections
    void rule_8_sent_is_never_done(Direction direction) {
        var story = new ReferralStory(direction);
        var sender = direction.asking().by();
        for (var notYet :
                List.of(
                        story.hasAsked(),
                        story.bothSaidYes(),
                        story.hasPromised(),
                        notMet(story))) {
            notYet.when(story.letGo(sender)).refused(ReferralRefusal.WHO_TAKES_PART_CAN_BE_LET_GO);
        }
    }

    @BothDirections
    void rule_8_a_differing_view_stands_beside_it_and_changes_no_state(Direction direction) {
        var story = new ReferralStory(direction);
        var receiver = direction.asked().by();
        var after =
                story.takesPart()
                        .when(story.told(TUESDAY, DID_NOT_HAPPEN, receiver))
                        .then(recorded(DID_NOT_HAPPEN, receiver));
        assertThat(after.state()).isInstanceOf(TakingPart.class);
    }

    @BothDirections
    void rule_9_a_first_visit_is_a_promise_who_goes_along_when_and_where(Direction direction) {
        var story = new ReferralStory(direction);
        var soon = NOW.plus(1, ChronoUnit.HOURS);
        for (var side : List.of(direction.asking(), direction.asked())) {
            story.bothSaidYes()
                    .when(story.promise(TUESDAY, side.contact(), soon, side.by()))
                    .then(
                            new FirstVisitPromised(
                                    ID,
                                    HANS,
                                    TUESDAY,
                                    side.contact(),
                                    soon,
                                    words("waar"),
                                    side.by()));
        }
        story.bothSaidYes()
                .when(story.promise(TUESDAY, A_STRANGER, soon, hansHimself()))
                .refused(ReferralRefusal.SOMEONE_OF_EITHER_SIDE_GOES_ALONG);
    }

    @BothDirections
    void rule_9_a_visit_that_did_not_happen_is_no_failure_and_a_new_date_is_offered(
            Direction direction) {
        var story = new ReferralStory(direction);
        var after =
                story.hasPromised()
                        .when(story.told(TUESDAY, DID_NOT_HAPPEN, direction.asking().by()))
                        .then(recorded(DID_NOT_HAPPEN, direction.asking().by()));
        assertThat(after.state()).isInstanceOf(Introducing.class);
        after.when(story.promise(THURSDAY))
                .happened()
                .when(story.told(THURSDAY, TOGETHER, direction.asked().by()))
                .happened()
                .when(story.letGo(direction.asking().by()))
                .happened();
    }

    @BothDirections
    void rule_9_a_visit_that_was_called_off_makes_room_for_a_new_date(Direction direction) {
        var story = new ReferralStory(direction);
        var calledOff =
                story.hasPromised()
                        .when(story.callOff(TUESDAY, hansHimself()))
                        .then(
                                new FirstVisitCalledOff(
                                        ID, HANS, TUESDAY, HANS, null, hansHimself()));
        calledOff
                .when(story.told(TUESDAY, TOGETHER, direction.asked().by()))
                .refused(ReferralRefusal.THIS_VISIT_WAS_CALLED_OFF);
        calledOff.when(story.promise(THURSDAY)).happened();
    }

    @BothDirections
    void rule_9_a_promise_that_moves_keeps_who_and_where_unless_said_otherwise(
            Direction direction) {
        var story = new ReferralStory(direction);
        var receiver = direction.asked().by();
        story.hasPromised()
                .when(story.move(TUESDAY, receiver))
                .then(
                        new FirstVisitMoved(
                                ID,
                                HANS,
                                TUESDAY,
                                direction.asking().contact(),
                                NOW.plus(2, ChronoUnit.HOURS),
                                words("waar"),
                                receiver));
    }

    @BothDirections
    void rule_9_a_second_promise_can_still_move_or_be_called_off_once_the_person_takes_part(
            Direction direction) {
        var story = new ReferralStory(direction);
        var sender = direction.asking().by();
        var takesPart =
                story.hasPromised()
                        .when(story.promise(THURSDAY))
                        .happened()
                        .when(story.told(TUESDAY, TOGETHER, sender))
                        .happened();
        var letsGo = takesPart.when(story.letGo(sender)).happened();
        var lookedAfter = letsGo.when(story.confirm(direction.asked().by())).happened();
        for (var referral : List.of(takesPart, letsGo, lookedAfter)) {
            var before = referral.state().getClass();
            var after =
                    referral.when(story.move(THURSDAY, sender))
                            .happened()
                            .when(story.callOff(THURSDAY, hansHimself()))
                            .happened();
            assertThat(after.state()).isInstanceOf(before);
            after.when(story.callOff(THURSDAY, hansHimself()))
                    .refused(ReferralRefusal.THIS_VISIT_IS_OVER);
        }
    }

    @BothDirections
    void rule_13_both_views_stand_side_by_side_and_neither_overwrites_the_other(
            Direction direction) {
        var story = new ReferralStory(direction);
        var sender = direction.asking();
        var receiver = direction.asked();
        var both =
                story.hasPromised()
                        .when(story.told(TUESDAY, DID_NOT_HAPPEN, sender.by()))
                        .happened()
                        .when(story.told(TUESDAY, TOGETHER, receiver.by()))
                        .happened();
        assertThat(views(both.state()))
                .isEqualTo(Map.of(sender.party(), DID_NOT_HAPPEN, receiver.party(), TOGETHER));
        both.when(story.told(TUESDAY, ALONE, sender.by()))
                .refused(ReferralRefusal.THIS_SIDE_ALREADY_TOLD);
        both.when(story.told(TUESDAY, TOGETHER, receiver.by())).nothing();
    }

    @BothDirections
    void rule_13_the_other_view_is_still_welcome_while_letting_go_and_looking_after(
            Direction direction) {
        var story = new ReferralStory(direction);
        var receiver = direction.asked().by();
        for (var referral : List.of(story.letsGo(), story.isLookedAfter())) {
            var before = referral.state().getClass();
            var after =
                    referral.when(story.told(TUESDAY, ALONE, receiver))
                            .then(recorded(ALONE, receiver));
            assertThat(after.state()).isInstanceOf(before);
        }
    }

    @BothDirections
    void only_who_is_involved_plans_and_tells(Direction direction) {
        var story = new ReferralStory(direction);
        var third = by(A_STRANGER, A_THIRD_PARTY);
        var promised = story.hasPromised();
        for (var command :
                List.of(
                        story.promise(THURSDAY, direction.asking().contact(), NOW, third),
                        story.move(TUESDAY, third),
                        story.callOff(TUESDAY, third),
                        story.told(TUESDAY, TOGETHER, third),
                        story.told(TUESDAY, TOGETHER, hansHimself()))) {
            promised.when(command).refused(ReferralRefusal.ONLY_WHO_IS_INVOLVED);
        }
    }

    private static Rules<ReferralCommand, ReferralEvent, Referral> notMet(ReferralStory story) {
        return story.hasPromised()
                .when(story.told(TUESDAY, DID_NOT_HAPPEN, story.asked().by()))
                .happened()
                .when(story.told(TUESDAY, ALONE, story.asking().by()))
                .happened();
    }

    private static FirstVisitRecorded recorded(Meeting meeting, By by) {
        return new FirstVisitRecorded(ID, HANS, TUESDAY, meeting, null, by);
    }

    private static Map<PartyId, Meeting> views(Referral referral) {
        return ((Started) referral).visits().values().stream().findFirst().orElseThrow().views();
    }
}

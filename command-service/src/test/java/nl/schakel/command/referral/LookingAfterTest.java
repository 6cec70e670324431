package nl.schakel.command.referral;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.A_THIRD_PARTY;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.by;
import static nl.schakel.command.referral.ReferralStory.ID;
import static nl.schakel.command.referral.ReferralStory.IN_AUTUMN;
import static nl.schakel.command.referral.ReferralStory.hansHimself;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.desk.Team;
import nl.schakel.command.referral.Referral.LookedAfter;
import nl.schakel.events.referral.ReferralEvent.LettingGoConfirmed;
import nl.schakel.events.referral.ReferralEvent.LettingGoProposed;

final class LookingAfterTest {

    @BothDirections
    void rule_11_either_side_lets_go_with_a_period_of_looking_after_and_a_way_back(
            Direction direction) {
        var story = new ReferralStory(direction);
        for (var side : List.of(direction.asking(), direction.asked())) {
            story.takesPart()
                    .when(story.letGo(side.by()))
                    .then(new LettingGoProposed(ID, HANS, IN_AUTUMN, side.contact(), side.by()));
        }
    }

    @BothDirections
    void rule_11_looking_after_takes_time(Direction direction) {
        var story = new ReferralStory(direction);
        var side = direction.asking();
        story.takesPart()
                .when(story.letGo(TODAY, side.contact(), side.by()))
                .refused(ReferralRefusal.LOOKING_AFTER_TAKES_TIME);
        story.takesPart()
                .when(story.letGo(TODAY.plusDays(1), side.contact(), side.by()))
                .happened();
    }

    @BothDirections
    void rule_11_the_way_back_is_a_human_who_can_be_rung(Direction direction) {
        var story = new ReferralStory(direction);
        var side = direction.asking();
        for (var nobody : List.of(A_STRANGER, HANS, direction.asked().contact())) {
            story.takesPart()
                    .when(story.letGo(IN_AUTUMN, nobody, side.by()))
                    .refused(ReferralRefusal.THE_WAY_BACK_CAN_BE_REACHED);
        }
        var away = new Team(side.team().members(), Map.of(side.contact(), A_STRANGER));
        story.takesPart()
                .when(new ReferralCommand.LetGo(ID, IN_AUTUMN, side.contact(), away, side.by()))
                .refused(ReferralRefusal.THE_WAY_BACK_CAN_BE_REACHED);
    }

    @BothDirections
    void rule_11_the_other_side_confirms_before_anybody_is_let_go(Direction direction) {
        var story = new ReferralStory(direction);
        var other = direction.asked().by();
        var confirmed =
                story.letsGo()
                        .when(story.confirm(other))
                        .then(new LettingGoConfirmed(ID, HANS, other));
        assertThat(confirmed.state()).isInstanceOf(LookedAfter.class);
        confirmed.when(story.confirm(other)).nothing();
        for (var somebodyElse :
                List.of(direction.asking().by(), by(A_STRANGER, A_THIRD_PARTY), hansHimself())) {
            story.letsGo()
                    .when(story.confirm(somebodyElse))
                    .refused(ReferralRefusal.THE_OTHER_SIDE_CONFIRMS);
        }
    }

    @BothDirections
    void rule_11_who_proposed_may_think_again_and_the_other_answers_first(Direction direction) {
        var story = new ReferralStory(direction);
        var side = direction.asking();
        story.letsGo()
                .when(story.letGo(IN_AUTUMN.plusDays(7), side.substitute(), side.by()))
                .then(
                        new LettingGoProposed(
                                ID, HANS, IN_AUTUMN.plusDays(7), side.substitute(), side.by()));
        story.letsGo()
                .when(story.letGo(direction.asked().by()))
                .refused(ReferralRefusal.THE_OTHER_SIDE_ALREADY_LETS_GO);
    }
}

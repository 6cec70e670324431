package nl.schakel.command.support;

import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.by;
import static nl.schakel.command.support.SupportStory.ID;
import static nl.schakel.command.support.SupportStory.wentDown;
import static nl.schakel.command.support.SupportStory.wentUp;
import static nl.schakel.events.support.Level.ALONGSIDE;
import static nl.schakel.events.support.Level.FINGER_ON_THE_PULSE;
import static nl.schakel.events.support.Level.INTENSIVE;
import static nl.schakel.events.support.Level.ON_CALL;
import static nl.schakel.events.support.Line.COLLECTIVE;
import static nl.schakel.events.support.Line.INDIVIDUAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.Rules;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SupportTest {

    @Test
    void rule_27_there_are_four_levels_in_words_from_least_to_most_and_two_lines() {
        assertThat(Level.values())
                .containsExactly(ON_CALL, FINGER_ON_THE_PULSE, ALONGSIDE, INTENSIVE);
        assertThat(Line.values()).containsExactly(INDIVIDUAL, COLLECTIVE);
    }

    @BothDirections
    void rule_27_the_lines_run_in_parallel(Direction direction) {
        var story = new SupportStory(direction);
        var by = direction.asking().by();
        var both =
                story.unused()
                        .when(story.up(INDIVIDUAL, INTENSIVE, by))
                        .happened()
                        .when(story.up(COLLECTIVE, ON_CALL, by))
                        .happened()
                        .when(story.down(INDIVIDUAL, ALONGSIDE, by))
                        .happened();
        assertThat(both.state().levels())
                .isEqualTo(Map.of(INDIVIDUAL, ALONGSIDE, COLLECTIVE, ON_CALL));
    }

    @BothDirections
    void rule_27_up_is_more_than_now_and_down_is_less_on_every_pair_of_levels(Direction direction) {
        var story = new SupportStory(direction);
        var by = direction.asking().by();
        for (var now : Level.values()) {
            for (var then : Level.values()) {
                var up = story.at(INDIVIDUAL, now).when(story.up(INDIVIDUAL, then, by));
                var down = story.at(INDIVIDUAL, now).when(story.down(INDIVIDUAL, then, by));
                if (then.compareTo(now) > 0) {
                    up.then(wentUp(INDIVIDUAL, then, by));
                } else {
                    up.refused(SupportRefusal.SCALING_UP_GIVES_MORE);
                }
                if (then.compareTo(now) < 0) {
                    down.then(wentDown(INDIVIDUAL, then, by));
                } else {
                    down.refused(SupportRefusal.SCALING_DOWN_GIVES_LESS);
                }
            }
        }
    }

    @BothDirections
    void rule_28_anyone_involved_scales_in_one_command_line_level_why_and_look_again_when(
            Direction direction) {
        var story = new SupportStory(direction);
        for (var anyone :
                List.of(direction.asking().by(), direction.asked().by(), by(HANS, null))) {
            story.unused()
                    .when(story.up(COLLECTIVE, ALONGSIDE, anyone))
                    .then(wentUp(COLLECTIVE, ALONGSIDE, anyone));
            story.unused()
                    .when(story.down(COLLECTIVE, ALONGSIDE, anyone))
                    .then(wentDown(COLLECTIVE, ALONGSIDE, anyone));
        }
    }

    @BothDirections
    void rule_28_looking_again_is_on_a_day_to_come(Direction direction) {
        var story = new SupportStory(direction);
        var by = direction.asking().by();
        for (var past : List.of(TODAY, TODAY.minusDays(1))) {
            story.unused()
                    .when(story.up(INDIVIDUAL, ALONGSIDE, past, true, by))
                    .refused(SupportRefusal.LOOKING_AGAIN_IS_STILL_TO_COME);
            story.unused()
                    .when(story.down(INDIVIDUAL, ALONGSIDE, past, true, by))
                    .refused(SupportRefusal.LOOKING_AGAIN_IS_STILL_TO_COME);
        }
    }

    /** The types show the rest: a decision about support is a list of support events. */
    @BothDirections
    void rule_28_the_place_at_the_initiative_stays(Direction direction) {
        var story = new SupportStory(direction);
        var by = direction.asking().by();
        assertThat(
                        story.at(COLLECTIVE, ALONGSIDE)
                                .when(story.down(COLLECTIVE, ON_CALL, by))
                                .happened()
                                .history())
                .allSatisfy(fact -> assertThat(fact.stream()).isEqualTo(ID.support()));
    }

    static Stream<Arguments> reasons() {
        return Arrays.stream(SupportRefusal.values())
                .flatMap(
                        reason ->
                                Arrays.stream(Direction.values())
                                        .map(direction -> Arguments.of(reason, direction)));
    }

    /** A new reason does not compile without its way. */
    @ParameterizedTest
    @MethodSource("reasons")
    void every_reason_to_say_no_can_come_about(SupportRefusal reason, Direction direction) {
        provoked(reason, new SupportStory(direction)).refused(reason);
    }

    private static Rules<SupportCommand, SupportEvent, Support>.When provoked(
            SupportRefusal reason, SupportStory story) {
        var by = story.direction().asked().by();
        return switch (reason) {
            case LOOKING_AGAIN_IS_STILL_TO_COME ->
                    story.unused().when(story.up(INDIVIDUAL, ALONGSIDE, TODAY, true, by));
            case SCALING_DOWN_GIVES_LESS ->
                    story.at(INDIVIDUAL, ALONGSIDE).when(story.down(INDIVIDUAL, INTENSIVE, by));
            case SCALING_UP_GIVES_MORE ->
                    story.at(INDIVIDUAL, ALONGSIDE).when(story.up(INDIVIDUAL, ON_CALL, by));
            case SUPPORT_STANDS_BESIDE_WHAT_HAS_STARTED ->
                    story.unused()
                            .when(story.up(COLLECTIVE, ON_CALL, SupportStory.IN_MAY, false, by));
        };
    }
}

package nl.schakel.command.referral;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.A_THIRD_PARTY;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.at;
import static nl.schakel.command.People.by;
import static nl.schakel.command.referral.ReferralStory.THURSDAY;
import static nl.schakel.command.referral.ReferralStory.TUESDAY;
import static nl.schakel.command.referral.ReferralStory.hansHimself;
import static nl.schakel.events.referral.Meeting.ALONE;
import static nl.schakel.events.referral.Meeting.TOGETHER;

import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import nl.schakel.command.Direction;
import nl.schakel.command.Rules;
import nl.schakel.events.By;
import nl.schakel.events.referral.ReferralEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason can come about, in both directions: a new one does not compile without its way. */
final class ReferralRefusalTest {

    static Stream<Arguments> reasons() {
        return Stream.of(ReferralRefusal.values())
                .flatMap(
                        reason ->
                                Stream.of(Direction.values())
                                        .map(direction -> Arguments.of(reason, direction)));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void every_reason_to_say_no_can_come_about(ReferralRefusal reason, Direction direction) {
        provoked(reason, new ReferralStory(direction)).refused(reason);
    }

    private static Rules<ReferralCommand, ReferralEvent, Referral>.When provoked(
            ReferralRefusal reason, ReferralStory story) {
        var sender = story.asking().by();
        var receiver = story.asked().by();
        var third = by(A_STRANGER, A_THIRD_PARTY);
        return switch (reason) {
            case ALREADY_ASKED -> story.hasAsked().when(story.refer());
            case ALREADY_ANSWERED -> story.bothSaidYes().when(story.notNow(receiver));
            case ALREADY_INTRODUCED -> story.takesPart().when(story.promise(THURSDAY));
            case A_KNOWN_CONTACT_CAN_BE_REACHED ->
                    story.nothingYet().when(story.refer(A_STRANGER, null, story.asking().team()));
            case A_PROMISE_IS_ABOUT_WHAT_IS_TO_COME ->
                    story.bothSaidYes()
                            .when(story.promise(TUESDAY, sender.who(), NOW.minusMillis(1), sender));
            case A_START_NEEDS_BOTH_YESES -> story.hasAsked().when(story.promise(TUESDAY));
            case LOOKING_AFTER_TAKES_TIME ->
                    story.takesPart().when(story.letGo(TODAY, sender.who(), sender));
            case NOBODY_LETS_GO -> story.takesPart().when(story.confirm(receiver));
            case NOT_ASKED -> story.nothingYet().when(story.yes(hansHimself()));
            case NO_SUCH_QUESTION -> story.hasAsked().when(story.answer(sender));
            case NO_SUCH_VISIT -> story.bothSaidYes().when(story.callOff(TUESDAY, hansHimself()));
            case ONLY_THE_RECEIVER_ANSWERS -> story.hasAsked().when(story.welcome(sender));
            case ONLY_THE_SENDER_TELLS_MORE -> story.hasAsked().when(story.answer(receiver));
            case ONLY_WHO_IS_INVOLVED -> story.hasPromised().when(story.move(TUESDAY, third));
            case SOMEONE_OF_EITHER_SIDE_GOES_ALONG ->
                    story.bothSaidYes().when(story.promise(TUESDAY, A_STRANGER, NOW, sender));
            case THE_OTHER_SIDE_ALREADY_LETS_GO -> story.letsGo().when(story.letGo(receiver));
            case THE_OTHER_SIDE_CONFIRMS -> story.letsGo().when(story.confirm(sender));
            case THE_PERSON_KNOWS_OF_THIS -> story.nothingYet().when(story.unknownToHans());
            case THE_RECEIVER_IS_SOMEONE_ELSE -> story.nothingYet().when(story.referToThemselves());
            case THE_WAY_BACK_CAN_BE_REACHED ->
                    story.takesPart()
                            .when(story.letGo(ReferralStory.IN_AUTUMN, A_STRANGER, sender));
            case THE_YES_OF_THE_PERSON_IS_HERS_ALONE -> story.hasAsked().when(story.yes(receiver));
            case THIS_SIDE_ALREADY_TOLD ->
                    story.takesPart().when(story.told(TUESDAY, ALONE, sender));
            case THIS_VISIT_IS_OVER -> story.takesPart().when(story.move(TUESDAY, sender));
            case THIS_VISIT_IS_STILL_TO_COME ->
                    story.hasPromised().when(story.told(TUESDAY, TOGETHER, theDayBefore(sender)));
            case THIS_VISIT_WAS_CALLED_OFF ->
                    story.hasPromised()
                            .when(story.callOff(TUESDAY, hansHimself()))
                            .happened()
                            .when(story.told(TUESDAY, TOGETHER, sender));
            case WHO_TAKES_PART_CAN_BE_LET_GO -> story.hasPromised().when(story.letGo(sender));
        };
    }

    private static By theDayBefore(By by) {
        return at(NOW.minus(1, ChronoUnit.DAYS), by);
    }
}

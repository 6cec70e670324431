package nl.schakel.command.concern;

import java.util.stream.Stream;
import nl.schakel.command.Direction;
import nl.schakel.command.Rules;
import nl.schakel.events.concern.ConcernEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason can come about, in both directions: a new one does not compile without its way. */
final class ConcernRefusalTest {

    static Stream<Arguments> reasons() {
        return Stream.of(ConcernRefusal.values())
                .flatMap(
                        reason ->
                                Stream.of(Direction.values())
                                        .map(direction -> Arguments.of(reason, direction)));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void every_reason_to_say_no_can_come_about(ConcernRefusal reason, Direction direction) {
        provoked(reason, new ConcernStory(direction)).refused(reason);
    }

    private static Rules<ConcernCommand, ConcernEvent, Concern>.When provoked(
            ConcernRefusal reason, ConcernStory story) {
        return switch (reason) {
            case NOBODY_RANG -> story.silent().when(story.hear(story.rung().by()));
            case NOT_HEARD_YET -> story.ringing().when(story.tell(story.rung().by()));
            case ONLY_WHO_IS_RUNG_HEARS -> story.ringing().when(story.hear(story.raising().by()));
        };
    }
}

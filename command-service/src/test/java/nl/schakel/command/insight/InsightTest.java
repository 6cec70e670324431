package nl.schakel.command.insight;

import static nl.schakel.command.People.BART;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.words;
import static nl.schakel.command.insight.InsightStory.A_SECOND;
import static nl.schakel.command.insight.InsightStory.BART_AS_AUDITOR;
import static nl.schakel.command.insight.InsightStory.LOOK;
import static nl.schakel.command.insight.InsightStory.approve;
import static nl.schakel.command.insight.InsightStory.ask;

import nl.schakel.command.Rules;
import nl.schakel.events.insight.InsightEvent;
import nl.schakel.events.insight.InsightEvent.RevealApproved;
import nl.schakel.events.insight.InsightEvent.RevealAsked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InsightTest {

    private static final RevealAsked ASKED =
            new RevealAsked(LOOK, HANS, words("reden"), BART_AS_AUDITOR);
    private static final RevealApproved APPROVED =
            new RevealApproved(LOOK, HANS, BART, words("reden"), NOW.plus(Insight.LASTS), A_SECOND);

    @Test
    void a_look_is_asked_once_with_a_reason() {
        given().when(ask()).then(ASKED);
        given(ASKED).when(ask()).nothing();
    }

    @Test
    void a_second_auditor_opens_it_for_a_day_and_only_once() {
        given(ASKED).when(approve(A_SECOND)).then(APPROVED).when(approve(A_SECOND)).nothing();
    }

    /** A new reason does not compile without its way. */
    @ParameterizedTest
    @EnumSource
    void every_reason_to_say_no_can_come_about(InsightRefusal reason) {
        var provoked =
                switch (reason) {
                    case NOBODY_ASKED_TO_LOOK -> given().when(approve(A_SECOND));
                    case A_SECOND_AUDITOR_APPROVES -> given(ASKED).when(approve(BART_AS_AUDITOR));
                };
        provoked.refused(reason);
    }

    private static Rules<InsightCommand, InsightEvent, Insight> given(InsightEvent... history) {
        return Rules.given(Insight.RULES, history);
    }
}

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

import java.time.Duration;
import nl.schakel.command.Rules;
import nl.schakel.events.By;
import nl.schakel.events.insight.InsightEvent;
import nl.schakel.events.insight.InsightEvent.RevealApproved;
import nl.schakel.events.insight.InsightEvent.RevealAsked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InsightTest {

    private static final RevealAsked ASKED =
            new RevealAsked(LOOK, HANS, words("reden"), BART_AS_AUDITOR);
    private static final Duration A_WEEK = Duration.ofDays(7);
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

    @Test
    void what_nobody_approved_in_a_week_lapses() {
        var lastMoment = after(A_WEEK.minusMillis(1));
        var until = NOW.plus(A_WEEK).minusMillis(1).plus(Insight.LASTS);
        given(ASKED)
                .when(approve(lastMoment))
                .then(new RevealApproved(LOOK, HANS, BART, words("reden"), until, lastMoment));
        given(ASKED).when(approve(after(A_WEEK))).refused(InsightRefusal.ASKED_TOO_LONG_AGO);
    }

    private static By after(Duration time) {
        var then = NOW.plus(time);
        return new By(A_SECOND.who(), A_SECOND.party(), null, then, then);
    }

    /** A new reason does not compile without its way. */
    @ParameterizedTest
    @EnumSource
    void every_reason_to_say_no_can_come_about(InsightRefusal reason) {
        var provoked =
                switch (reason) {
                    case NOBODY_ASKED_TO_LOOK -> given().when(approve(A_SECOND));
                    case A_SECOND_AUDITOR_APPROVES -> given(ASKED).when(approve(BART_AS_AUDITOR));
                    case ASKED_TOO_LONG_AGO -> given(ASKED).when(approve(after(A_WEEK)));
                };
        provoked.refused(reason);
    }

    private static Rules<InsightCommand, InsightEvent, Insight> given(InsightEvent... history) {
        return Rules.given(Insight.RULES, history);
    }
}

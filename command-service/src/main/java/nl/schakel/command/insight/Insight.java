package nl.schakel.command.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.schakel.access.Refused;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.events.insight.InsightEvent;
import nl.schakel.events.insight.InsightEvent.RevealApproved;
import nl.schakel.events.insight.InsightEvent.RevealAsked;

/** One look that needs leave: two auditors, a reason, and an end. */
sealed interface Insight {

    /** How long the names and words can be seen after the approval was written down. */
    Duration LASTS = Duration.ofHours(24);

    /** Nobody asked. */
    record Nothing() implements Insight {}

    /** Gevraagd; vervalt als niemand het voor {@code lapses} goedkeurt. */
    record Asked(PersonId person, PersonId by, Sealed reason, Instant lapses) implements Insight {}

    /** Goedgekeurd, tot {@code until}. */
    record Open(PersonId person, Instant until) implements Insight {}

    /** The rulebook of this kind. */
    Rulebook<InsightCommand, InsightEvent, Insight> RULES =
            new Rulebook<>(
                    "insight",
                    InsightCommand.class,
                    InsightEvent.class,
                    new Nothing(),
                    Insight::decide,
                    Insight::evolve);

    static List<? extends InsightEvent> decide(InsightCommand command, Insight insight) {
        return switch (command) {
            case InsightCommand.AskReveal ask ->
                    insight instanceof Nothing
                            ? List.of(
                                    new RevealAsked(
                                            ask.insight(), ask.person(), ask.reason(), ask.by()))
                            : List.of();
            case InsightCommand.ApproveReveal approve -> approve(approve, insight);
        };
    }

    static Insight evolve(Insight insight, InsightEvent fact) {
        return switch (fact) {
            case RevealAsked asked ->
                    new Asked(asked.person(), asked.by().who(), asked.reason(), asked.lapses());
            case RevealApproved approved -> new Open(approved.person(), approved.until());
        };
    }

    private static List<RevealApproved> approve(InsightCommand.ApproveReveal c, Insight insight) {
        return switch (insight) {
            case Nothing _ -> throw Refused.because(InsightRefusal.NOBODY_ASKED_TO_LOOK);
            case Open _ -> List.of();
            case Asked asked -> {
                anotherThanWhoAsked(c, asked);
                whileItStands(c, asked);
                yield List.of(
                        new RevealApproved(
                                c.insight(),
                                asked.person(),
                                asked.by(),
                                asked.reason(),
                                c.by().recordedAt().plus(LASTS),
                                c.by()));
            }
        };
    }

    /** A reason is judged while it is one. */
    private static void whileItStands(InsightCommand.ApproveReveal c, Asked asked) {
        if (!c.by().recordedAt().isBefore(asked.lapses())) {
            throw Refused.because(InsightRefusal.ASKED_TOO_LONG_AGO);
        }
    }

    /** Nobody opens a history alone. */
    private static void anotherThanWhoAsked(InsightCommand.ApproveReveal c, Asked asked) {
        if (c.by().who().equals(asked.by())) {
            throw Refused.because(InsightRefusal.A_SECOND_AUDITOR_APPROVES);
        }
    }
}

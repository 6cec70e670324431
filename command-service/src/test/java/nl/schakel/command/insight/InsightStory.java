package nl.schakel.command.insight;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.A_THIRD_PARTY;
import static nl.schakel.command.People.BART;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.by;
import static nl.schakel.command.People.words;

import java.util.List;
import java.util.UUID;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.insight.InsightId;

/** Bart looks behind a history, and a second auditor finds that right. */
public final class InsightStory {

    public static final Rulebook<?, ?, ?> RULES = Insight.RULES;

    static final InsightId LOOK = new InsightId(new UUID(9, 1));
    static final By BART_AS_AUDITOR = by(BART, A_THIRD_PARTY);
    static final By A_SECOND = by(A_STRANGER, A_THIRD_PARTY);

    private InsightStory() {}

    /** Every command once, in an order in which each of them is accepted. */
    public static List<Command> everything() {
        return List.of(ask(), approve(A_SECOND));
    }

    static InsightCommand.AskReveal ask() {
        return new InsightCommand.AskReveal(LOOK, HANS, words("reden"), BART_AS_AUDITOR);
    }

    static InsightCommand.ApproveReveal approve(By by) {
        return new InsightCommand.ApproveReveal(LOOK, by);
    }
}

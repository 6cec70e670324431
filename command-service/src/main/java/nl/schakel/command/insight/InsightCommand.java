package nl.schakel.command.insight;

import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import nl.schakel.events.insight.InsightId;

/** What auditors may want beyond the structure of a history. */
sealed interface InsightCommand extends Command {

    InsightId insight();

    @Override
    default StreamId stream() {
        return insight().stream();
    }

    /** Vragen om namen en woorden te zien. */
    record AskReveal(InsightId insight, PersonId person, Sealed reason, By by)
            implements InsightCommand {}

    /** Dat goedvinden. */
    record ApproveReveal(InsightId insight, By by) implements InsightCommand {}
}

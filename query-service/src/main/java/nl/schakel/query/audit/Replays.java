package nl.schakel.query.audit;

import java.util.List;
import nl.schakel.access.May;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.evidence.Histories;
import nl.schakel.ledger.evidence.Histories.History;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Page;
import nl.schakel.query.runtime.Purpose;

/** Histories for whoever may replay them; whomever they are about can read who looked. */
class Replays {

    private final Histories histories;
    private final LedgerReader reader;
    private final Looks looks;

    Replays(Histories histories, LedgerReader reader, Looks looks) {
        this.histories = histories;
        this.reader = reader;
        this.looks = looks;
    }

    /** The first fact of each person, the youngest first. */
    List<Recorded> begun(Page page, Caller caller) {
        May.require(May.replay(caller.actor()));
        return reader.begun("person", page.before(), page.atMost());
    }

    History of(PersonId person, Caller caller) {
        May.require(May.replay(caller.actor()));
        looks.note(caller, Purpose.HISTORY, person);
        return there(histories.of(person));
    }

    History of(StreamId stream, Caller caller) {
        May.require(May.replay(caller.actor()));
        var history = histories.of(stream);
        history.facts().stream()
                .flatMap(fact -> fact.fact().person().stream())
                .distinct()
                .forEach(person -> looks.note(caller, Purpose.HISTORY, new PersonId(person)));
        return there(history);
    }

    private static History there(History history) {
        May.require(!history.facts().isEmpty());
        return history;
    }
}

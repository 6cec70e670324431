package nl.schakel.events.insight;

import java.time.Duration;
import java.time.Instant;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;

/** What can have happened to a look behind the pseudonyms of a history. */
public sealed interface InsightEvent extends Fact {

    InsightId insight();

    @Override
    PersonId person();

    @Override
    default StreamId stream() {
        return insight().stream();
    }

    /** Een auditor vraagt om namen en woorden te mogen zien, met een reden. */
    record RevealAsked(InsightId insight, PersonId person, Sealed reason, By by)
            implements InsightEvent {

        private static final Duration WAITS = Duration.ofDays(7);

        /** When the question lapses if no second auditor approved it before. */
        public Instant lapses() {
            return by.recordedAt().plus(WAITS);
        }
    }

    /**
     * Een tweede auditor vindt dat goed, tot {@code until}; {@code askedBy} en {@code reason} staan
     * erbij, omdat dit het feit is dat de inwoner te lezen krijgt.
     */
    record RevealApproved(
            InsightId insight,
            PersonId person,
            PersonId askedBy,
            Sealed reason,
            Instant until,
            By by)
            implements InsightEvent {}
}

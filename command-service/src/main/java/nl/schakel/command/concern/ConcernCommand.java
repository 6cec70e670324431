package nl.schakel.command.concern;

import java.time.Instant;
import java.util.List;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import nl.schakel.events.concern.Rung;
import nl.schakel.events.concern.Urgency;
import org.jspecify.annotations.Nullable;

/** What somebody may want of a bell; the ladder was looked up for this moment. */
sealed interface ConcernCommand extends Command {

    ConcernId concern();

    @Override
    default StreamId stream() {
        return concern().stream();
    }

    /** Aan de bel trekken. */
    record RaiseConcern(
            ConcernId concern,
            PersonId about,
            @Nullable ReferralId referral,
            Sealed words,
            Urgency urgency,
            List<Rung> ladder,
            Instant heardBefore,
            By by)
            implements ConcernCommand {}

    /** De volgende bellen, want niemand heeft het nog gehoord. */
    record RingNext(ConcernId concern, List<Rung> ladder, Instant heardBefore, By by)
            implements ConcernCommand {}

    /** Zeggen: ik heb het gehoord. */
    record Hear(ConcernId concern, By by) implements ConcernCommand {}

    /** Vertellen wat ervan kwam. */
    record TellOutcome(ConcernId concern, Sealed words, By by) implements ConcernCommand {}
}

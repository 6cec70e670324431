package nl.schakel.events.concern;

import java.time.Instant;
import java.util.List;
import nl.schakel.events.By;
import nl.schakel.events.ConcernId;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import org.jspecify.annotations.Nullable;

/** What can have happened to a bell that was rung (zorgsignaal). */
public sealed interface ConcernEvent extends Fact {

    ConcernId concern();

    PersonId about();

    @Override
    default PersonId person() {
        return about();
    }

    @Override
    default StreamId stream() {
        return concern().stream();
    }

    /** Iemand trok aan de bel. */
    record ConcernRaised(
            ConcernId concern,
            PersonId about,
            @Nullable ReferralId referral,
            Sealed words,
            Urgency urgency,
            List<Rung> ladder,
            By by)
            implements ConcernEvent {}

    /** De bel gaat nu bij deze mensen. */
    record ContactRung(ConcernId concern, PersonId about, Rung rung, Instant heardBefore, By by)
            implements ConcernEvent {}

    /** Er is niemand om te bellen; later wordt opnieuw gekeken. */
    record NobodyToRing(ConcernId concern, PersonId about, Instant lookAgainAt, By by)
            implements ConcernEvent {}

    /** Een mens zei: ik heb het gehoord. */
    record ConcernHeard(ConcernId concern, PersonId about, By by) implements ConcernEvent {}

    /** De melder hoort wat ervan kwam. */
    record OutcomeTold(ConcernId concern, PersonId about, Sealed words, By by)
            implements ConcernEvent {}
}

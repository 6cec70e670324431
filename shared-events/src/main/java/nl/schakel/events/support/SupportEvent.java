package nl.schakel.events.support;

import java.time.LocalDate;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;

/** What can have happened to the support beside a referral; the place at the initiative stays. */
public sealed interface SupportEvent extends Fact {

    ReferralId referral();

    @Override
    PersonId person();

    @Override
    default StreamId stream() {
        return referral().support();
    }

    /** Er komt meer steun. */
    record ScaledUp(
            ReferralId referral,
            PersonId person,
            Line line,
            Level level,
            Sealed why,
            LocalDate lookAgainOn,
            By by)
            implements SupportEvent {}

    /** Er kan minder steun. */
    record ScaledDown(
            ReferralId referral,
            PersonId person,
            Line line,
            Level level,
            Sealed why,
            LocalDate lookAgainOn,
            By by)
            implements SupportEvent {}
}

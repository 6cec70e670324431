package nl.schakel.command.support;

import java.time.LocalDate;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;

/**
 * What somebody may want of the support beside a referral; {@code started} was looked up at the
 * referral.
 */
sealed interface SupportCommand extends Command {

    ReferralId referral();

    LocalDate lookAgainOn();

    boolean started();

    @Override
    default StreamId stream() {
        return referral().support();
    }

    /** Opschalen. */
    record ScaleUp(
            ReferralId referral,
            PersonId person,
            Line line,
            Level level,
            Sealed why,
            LocalDate lookAgainOn,
            boolean started,
            By by)
            implements SupportCommand {}

    /** Afschalen. */
    record ScaleDown(
            ReferralId referral,
            PersonId person,
            Line line,
            Level level,
            Sealed why,
            LocalDate lookAgainOn,
            boolean started,
            By by)
            implements SupportCommand {}
}

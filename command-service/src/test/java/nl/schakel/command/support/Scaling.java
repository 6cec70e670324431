package nl.schakel.command.support;

import java.time.LocalDate;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;

/** More and less support beside any referral that has started, for who sends many commands. */
public record Scaling(ReferralId referral, PersonId person) {

    /** The line that goes up and down. */
    public static final Line LINE = Line.INDIVIDUAL;

    /** Up to alongside. */
    public Command up(Sealed why, LocalDate lookAgainOn, By by) {
        return new SupportCommand.ScaleUp(
                referral, person, LINE, Level.ALONGSIDE, why, lookAgainOn, true, by);
    }

    /** Down to a finger on the pulse. */
    public Command down(Sealed why, LocalDate lookAgainOn, By by) {
        return new SupportCommand.ScaleDown(
                referral, person, LINE, Level.FINGER_ON_THE_PULSE, why, lookAgainOn, true, by);
    }
}

package nl.schakel.command.referral;

import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.referral.ReferralEvent.ReferralAsked;
import org.jspecify.annotations.Nullable;

/**
 * What a referral is about, from the question on: between whom, for whom, and who is known there.
 */
record Deal(
        PersonId person,
        PartyId from,
        PartyId to,
        PersonId contact,
        @Nullable PersonId substitute) {

    static Deal of(ReferralAsked asked) {
        return new Deal(
                asked.person(), asked.from(), asked.to(), asked.contact(), asked.substitute());
    }

    /** Whether it was done for the receiving party. */
    boolean atReceiver(By by) {
        return to.equals(by.party());
    }

    /** Whether it was done for the asking party. */
    boolean atSender(By by) {
        return from.equals(by.party());
    }

    /** Whether it was done for either party. */
    boolean atEitherSide(By by) {
        return atSender(by) || atReceiver(by);
    }
}

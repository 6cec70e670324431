package nl.schakel.events.referral;

import java.time.Instant;
import java.time.LocalDate;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import nl.schakel.events.VisitId;
import org.jspecify.annotations.Nullable;

/** What can have happened to a referral, in either direction. */
public sealed interface ReferralEvent extends Fact {

    ReferralId referral();

    @Override
    PersonId person();

    @Override
    default StreamId stream() {
        return referral().stream();
    }

    /** Een partij vraagt iets voor een inwoner met een wens. */
    record ReferralAsked(
            ReferralId referral,
            PersonId person,
            PartyId from,
            PartyId to,
            Sealed wish,
            PersonId contact,
            @Nullable PersonId substitute,
            By by)
            implements ReferralEvent {}

    /** Voor het antwoord is er een vraag. */
    record QuestionAsked(
            ReferralId referral, PersonId person, QuestionId question, Sealed words, By by)
            implements ReferralEvent {}

    /** De vraag is beantwoord. */
    record QuestionAnswered(
            ReferralId referral, PersonId person, QuestionId question, Sealed words, By by)
            implements ReferralEvent {}

    /** De inwoner zegt ja. */
    record PersonSaidYes(ReferralId referral, PersonId person, By by) implements ReferralEvent {}

    /** De ontvanger zegt welkom. */
    record Welcomed(
            ReferralId referral,
            PersonId person,
            PersonId contact,
            @Nullable PersonId substitute,
            By by)
            implements ReferralEvent {}

    /** De ontvanger zegt: niet nu. */
    record NotNowSaid(ReferralId referral, PersonId person, @Nullable Sealed words, By by)
            implements ReferralEvent {}

    /** Iemand belooft de eerste keer mee te gaan. */
    record FirstVisitPromised(
            ReferralId referral,
            PersonId person,
            VisitId visit,
            PersonId companion,
            Instant when,
            Sealed where,
            By by)
            implements ReferralEvent {}

    /** Het eerste bezoek is verzet. */
    record FirstVisitMoved(
            ReferralId referral,
            PersonId person,
            VisitId visit,
            PersonId companion,
            Instant when,
            Sealed where,
            By by)
            implements ReferralEvent {}

    /** Het eerste bezoek is afgezegd. */
    record FirstVisitCalledOff(
            ReferralId referral,
            PersonId person,
            VisitId visit,
            PersonId calledOffBy,
            @Nullable Sealed words,
            By by)
            implements ReferralEvent {}

    /** Zo ging het eerste bezoek, in de ogen van deze kant. */
    record FirstVisitRecorded(
            ReferralId referral,
            PersonId person,
            VisitId visit,
            Meeting meeting,
            @Nullable Sealed words,
            By by)
            implements ReferralEvent {}

    /** Een kant wil loslaten; de andere kijkt om. */
    record LettingGoProposed(
            ReferralId referral, PersonId person, LocalDate lookAfterUntil, PersonId wayBack, By by)
            implements ReferralEvent {}

    /** De andere kant bevestigt het loslaten. */
    record LettingGoConfirmed(ReferralId referral, PersonId person, By by)
            implements ReferralEvent {}
}

package nl.schakel.command.referral;

import java.time.Instant;
import java.time.LocalDate;
import nl.schakel.command.desk.Team;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may want of a referral; what was looked up at other histories comes along as a
 * {@link Team}.
 */
sealed interface ReferralCommand extends Command {

    ReferralId referral();

    @Override
    default StreamId stream() {
        return referral().stream();
    }

    /** Verwijzen. */
    record Refer(
            ReferralId referral,
            PersonId person,
            PartyId from,
            PartyId to,
            Sealed wish,
            PersonId contact,
            @Nullable PersonId substitute,
            boolean personKnows,
            Team team,
            By by)
            implements ReferralCommand {}

    /** Iets vragen voor het antwoord. */
    record AskQuestion(ReferralId referral, QuestionId question, Sealed words, By by)
            implements ReferralCommand {}

    /** De vraag beantwoorden. */
    record AnswerQuestion(ReferralId referral, QuestionId question, Sealed words, By by)
            implements ReferralCommand {}

    /** Het ja van de inwoner, zelf gegeven of opgeschreven. */
    record RecordYesOfPerson(ReferralId referral, By by) implements ReferralCommand {}

    /** Welkom zeggen. */
    record Welcome(
            ReferralId referral, PersonId contact, @Nullable PersonId substitute, Team team, By by)
            implements ReferralCommand {}

    /** Niet nu, zonder dat een reden nodig is. */
    record SayNotNow(ReferralId referral, @Nullable Sealed words, By by)
            implements ReferralCommand {}

    /** Beloven de eerste keer mee te gaan. */
    record PromiseFirstVisit(
            ReferralId referral,
            VisitId visit,
            PersonId companion,
            Instant when,
            Sealed where,
            Team team,
            By by)
            implements ReferralCommand {}

    /** Het eerste bezoek verzetten; wat null is blijft zoals het was. */
    record MoveFirstVisit(
            ReferralId referral,
            VisitId visit,
            @Nullable PersonId companion,
            Instant when,
            @Nullable Sealed where,
            Team team,
            By by)
            implements ReferralCommand {}

    /** Het eerste bezoek afzeggen. */
    record CallOffFirstVisit(
            ReferralId referral, VisitId visit, PersonId calledOffBy, @Nullable Sealed words, By by)
            implements ReferralCommand {}

    /** Vertellen hoe het eerste bezoek ging. */
    record RecordFirstVisit(
            ReferralId referral, VisitId visit, Meeting meeting, @Nullable Sealed words, By by)
            implements ReferralCommand {}

    /** Loslaten, met een tijd van omkijken en een weg terug. */
    record LetGo(ReferralId referral, LocalDate lookAfterUntil, PersonId wayBack, Team team, By by)
            implements ReferralCommand {}

    /** Het loslaten bevestigen. */
    record ConfirmLettingGo(ReferralId referral, By by) implements ReferralCommand {}
}

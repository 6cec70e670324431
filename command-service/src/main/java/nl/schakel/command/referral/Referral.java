package nl.schakel.command.referral;

import java.util.List;
import java.util.Map;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.ReferralEvent;

/**
 * The referral: a question from one party to another on behalf of a person with a wish, in either
 * direction.
 */
sealed interface Referral {

    /** Nothing was asked yet. */
    record Unasked() implements Referral {}

    /** Whatever was asked. */
    sealed interface Open extends Referral {
        Deal deal();
    }

    /** Gevraagd: the receiver has not answered; the person may have said yes. */
    record Asked(Deal deal, boolean yes, Map<QuestionId, Boolean> questions) implements Open {}

    /** Welkom: the receiver said yes; a start needs the person's yes as well. */
    record Welcome(Deal deal, PersonId host, boolean yes) implements Open {}

    /** Whatever started: first visits were promised, and each side may still tell of them. */
    sealed interface Started extends Open {
        Map<VisitId, Visit> visits();

        /** The same, with these visits. */
        Started with(Map<VisitId, Visit> now);
    }

    /** Kennismaken: a first visit was promised. */
    record Introducing(Deal deal, PersonId host, Map<VisitId, Visit> visits) implements Started {
        @Override
        public Introducing with(Map<VisitId, Visit> now) {
            return new Introducing(deal, host, now);
        }
    }

    /** Doet mee: a personal introduction happened. */
    record TakingPart(Deal deal, PersonId host, Map<VisitId, Visit> visits) implements Started {
        @Override
        public TakingPart with(Map<VisitId, Visit> now) {
            return new TakingPart(deal, host, now);
        }
    }

    /** Loslaten is voorgesteld: the other side has not confirmed. */
    record LettingGo(Deal deal, PersonId host, Map<VisitId, Visit> visits, PartyId proposedBy)
            implements Started {
        @Override
        public LettingGo with(Map<VisitId, Visit> now) {
            return new LettingGo(deal, host, now, proposedBy);
        }
    }

    /** Er wordt omgekeken: the other side confirmed. */
    record LookedAfter(Deal deal, Map<VisitId, Visit> visits) implements Started {
        @Override
        public LookedAfter with(Map<VisitId, Visit> now) {
            return new LookedAfter(deal, now);
        }
    }

    /** Niet nu. */
    record NotNow(Deal deal) implements Open {}

    /** The rulebook of this kind. */
    Rulebook<ReferralCommand, ReferralEvent, Referral> RULES =
            new Rulebook<>(
                    "referral",
                    ReferralCommand.class,
                    ReferralEvent.class,
                    new Unasked(),
                    Referral::decide,
                    Referral::evolve);

    static List<? extends ReferralEvent> decide(ReferralCommand command, Referral referral) {
        return switch (command) {
            case ReferralCommand.Refer refer -> Asking.refer(refer, referral);
            case ReferralCommand.AskQuestion ask -> Asking.ask(ask, referral);
            case ReferralCommand.AnswerQuestion answer -> Asking.answer(answer, referral);
            case ReferralCommand.RecordYesOfPerson yes -> Asking.yes(yes, referral);
            case ReferralCommand.Welcome welcome -> Asking.welcome(welcome, referral);
            case ReferralCommand.SayNotNow notNow -> Asking.notNow(notNow, referral);
            case ReferralCommand.PromiseFirstVisit promise ->
                    Introduction.promise(promise, referral);
            case ReferralCommand.MoveFirstVisit move -> Introduction.move(move, referral);
            case ReferralCommand.CallOffFirstVisit callOff ->
                    Introduction.callOff(callOff, referral);
            case ReferralCommand.RecordFirstVisit went -> Introduction.went(went, referral);
            case ReferralCommand.LetGo letGo -> LookingAfter.letGo(letGo, referral);
            case ReferralCommand.ConfirmLettingGo confirm ->
                    LookingAfter.confirm(confirm, referral);
        };
    }

    static Referral evolve(Referral referral, ReferralEvent fact) {
        return switch (fact) {
            case ReferralEvent.ReferralAsked asked -> new Asked(Deal.of(asked), false, Map.of());
            case ReferralEvent.QuestionAsked q ->
                    Asking.question((Asked) referral, q.question(), false);
            case ReferralEvent.QuestionAnswered q ->
                    Asking.question((Asked) referral, q.question(), true);
            case ReferralEvent.PersonSaidYes _ -> Asking.agreed((Open) referral);
            case ReferralEvent.Welcomed welcomed ->
                    Asking.welcomed((Asked) referral, welcomed.contact());
            case ReferralEvent.NotNowSaid _ -> new NotNow(((Open) referral).deal());
            case ReferralEvent.FirstVisitPromised p ->
                    Introduction.planned(
                            Asking.aStartNeedsBothYeses(referral), p.visit(), Visit.promised(p));
            case ReferralEvent.FirstVisitMoved m ->
                    Introduction.planned((Started) referral, m.visit(), Visit.moved(m));
            case ReferralEvent.FirstVisitCalledOff off ->
                    Introduction.closed((Started) referral, off.visit());
            case ReferralEvent.FirstVisitRecorded went ->
                    Introduction.recorded((Started) referral, went);
            case ReferralEvent.LettingGoProposed proposed ->
                    LookingAfter.proposed((Started) referral, proposed);
            case ReferralEvent.LettingGoConfirmed _ -> LookingAfter.confirmed((Started) referral);
        };
    }
}

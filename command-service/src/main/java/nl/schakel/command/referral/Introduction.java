package nl.schakel.command.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.schakel.access.Keyed;
import nl.schakel.access.Refused;
import nl.schakel.command.desk.Team;
import nl.schakel.command.referral.Referral.Introducing;
import nl.schakel.command.referral.Referral.Open;
import nl.schakel.command.referral.Referral.Started;
import nl.schakel.command.referral.Referral.TakingPart;
import nl.schakel.command.referral.ReferralCommand.CallOffFirstVisit;
import nl.schakel.command.referral.ReferralCommand.MoveFirstVisit;
import nl.schakel.command.referral.ReferralCommand.PromiseFirstVisit;
import nl.schakel.command.referral.ReferralCommand.RecordFirstVisit;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.referral.ReferralEvent.FirstVisitCalledOff;
import nl.schakel.events.referral.ReferralEvent.FirstVisitMoved;
import nl.schakel.events.referral.ReferralEvent.FirstVisitPromised;
import nl.schakel.events.referral.ReferralEvent.FirstVisitRecorded;

/**
 * The second phase: a first visit is a promise with an outcome, and never a failure (rules 8, 9 and
 * 13).
 */
final class Introduction {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private Introduction() {}

    static List<ReferralEvent> promise(PromiseFirstVisit c, Referral referral) {
        var introducing = Asking.aStartNeedsBothYeses(referral);
        eitherSideOrThePerson(introducing.deal(), c.by());
        aColleagueGoesAlong(c.companion(), c.team());
        aPromiseIsAboutWhatIsToCome(c.by(), c.when());
        return List.of(
                new FirstVisitPromised(
                        c.referral(),
                        introducing.deal().person(),
                        c.visit(),
                        c.companion(),
                        c.when(),
                        c.where(),
                        c.by()));
    }

    static List<ReferralEvent> move(MoveFirstVisit c, Referral referral) {
        var open = stillToCome(referral, c.visit());
        var deal = ((Open) referral).deal();
        eitherSideOrThePerson(deal, c.by());
        var companion = Optional.ofNullable(c.companion()).orElse(open.companion());
        aColleagueGoesAlong(companion, c.team());
        aPromiseIsAboutWhatIsToCome(c.by(), c.when());
        var where = Optional.ofNullable(c.where()).orElse(open.where());
        return List.of(
                new FirstVisitMoved(
                        c.referral(),
                        deal.person(),
                        c.visit(),
                        companion,
                        c.when(),
                        where,
                        c.by()));
    }

    static List<ReferralEvent> callOff(CallOffFirstVisit c, Referral referral) {
        stillToCome(referral, c.visit());
        var deal = ((Open) referral).deal();
        eitherSideOrThePerson(deal, c.by());
        return List.of(
                new FirstVisitCalledOff(
                        c.referral(),
                        deal.person(),
                        c.visit(),
                        c.calledOffBy(),
                        c.words(),
                        c.by()));
    }

    static List<ReferralEvent> went(RecordFirstVisit c, Referral referral) {
        var visit = promised(referral, c.visit());
        var deal = ((Open) referral).deal();
        var side = aSideTells(deal, c.by());
        var before = visit.views().get(side);
        if (before == c.meeting()) {
            return List.of();
        }
        if (before != null) {
            throw Refused.because(ReferralRefusal.THIS_SIDE_ALREADY_TOLD);
        }
        aVisitIsToldAboutOnceItsDayHasCome(visit, c.by());
        if (!visit.open() && visit.views().isEmpty()) {
            throw Refused.because(ReferralRefusal.THIS_VISIT_WAS_CALLED_OFF);
        }
        return List.of(
                new FirstVisitRecorded(
                        c.referral(), deal.person(), c.visit(), c.meeting(), c.words(), c.by()));
    }

    static Started planned(Started referral, VisitId id, Visit visit) {
        return referral.with(Keyed.with(referral.visits(), id, visit));
    }

    static Started closed(Started referral, VisitId id) {
        return planned(referral, id, promised(referral, id).closed());
    }

    static Started recorded(Started referral, FirstVisitRecorded went) {
        var side = Objects.requireNonNull(went.by().party());
        var seen = promised(referral, went.visit()).seenBy(side, went.meeting());
        var after = planned(referral, went.visit(), seen);
        return after instanceof Introducing(var deal, var host, var visits)
                        && seen.introduced(deal.to())
                ? new TakingPart(deal, host, visits)
                : after;
    }

    private static Visit promised(Referral referral, VisitId id) {
        var visit = referral instanceof Started started ? started.visits().get(id) : null;
        if (visit == null) {
            throw Refused.because(ReferralRefusal.NO_SUCH_VISIT);
        }
        return visit;
    }

    private static Visit stillToCome(Referral referral, VisitId id) {
        var visit = promised(referral, id);
        if (!visit.open()) {
            throw Refused.because(ReferralRefusal.THIS_VISIT_IS_OVER);
        }
        return visit;
    }

    private static void eitherSideOrThePerson(Deal deal, By by) {
        if (!deal.atEitherSide(by) && !deal.person().equals(by.who())) {
            throw Refused.because(ReferralRefusal.ONLY_WHO_IS_INVOLVED);
        }
    }

    private static PartyId aSideTells(Deal deal, By by) {
        var side = by.party();
        if (side == null || !deal.atEitherSide(by)) {
            throw Refused.because(ReferralRefusal.ONLY_WHO_IS_INVOLVED);
        }
        return side;
    }

    /** Rule 9: a promise names a human of either side. */
    private static void aColleagueGoesAlong(PersonId companion, Team team) {
        if (!team.members().contains(companion)) {
            throw Refused.because(ReferralRefusal.SOMEONE_OF_EITHER_SIDE_GOES_ALONG);
        }
    }

    private static void aPromiseIsAboutWhatIsToCome(By by, Instant when) {
        if (when.isBefore(by.occurredAt())) {
            throw Refused.because(ReferralRefusal.A_PROMISE_IS_ABOUT_WHAT_IS_TO_COME);
        }
    }

    private static void aVisitIsToldAboutOnceItsDayHasCome(Visit visit, By by) {
        var today = by.recordedAt().atZone(HERE).toLocalDate();
        if (today.isBefore(visit.when().atZone(HERE).toLocalDate())) {
            throw Refused.because(ReferralRefusal.THIS_VISIT_IS_STILL_TO_COME);
        }
    }
}

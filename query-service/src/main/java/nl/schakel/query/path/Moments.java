package nl.schakel.query.path;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.schakel.access.Circle;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.insight.InsightEvent;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.ledger.Recorded;
import nl.schakel.query.course.Bell;
import nl.schakel.query.course.Course;
import nl.schakel.query.path.Moment.Outcome;
import nl.schakel.query.path.Moment.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are switch moments, and what such a moment tells; read after the fact was taken in.
 */
final class Moments {

    private Moments() {}

    static Optional<Moment> of(Recorded recorded, PathView path) {
        return switch (recorded.fact()) {
            case ReferralEvent fact ->
                    Optional.of(referral(recorded, fact, path.course(fact.referral())));
            case SupportEvent fact ->
                    Optional.of(support(recorded, fact, path.course(fact.referral())));
            case ConcernEvent fact -> concern(recorded, fact, path);
            case PersonEvent fact -> guide(recorded, fact, path.circle());
            case InsightEvent.RevealApproved fact -> Optional.of(revealed(recorded, fact));
            default -> Optional.empty();
        };
    }

    private static Moment referral(Recorded recorded, ReferralEvent fact, Course course) {
        return switch (fact) {
            case ReferralEvent.ReferralAsked f ->
                    toReceiver(recorded, Kind.VERWEZEN, course).because(f.wish());
            case ReferralEvent.QuestionAsked f ->
                    toSender(recorded, Kind.VRAAG_GESTELD, course).because(f.words());
            case ReferralEvent.QuestionAnswered f ->
                    toReceiver(recorded, Kind.VRAAG_BEANTWOORD, course).because(f.words());
            case ReferralEvent.PersonSaidYes _ -> toReceiver(recorded, Kind.JA_VAN_INWONER, course);
            case ReferralEvent.Welcomed f ->
                    toReceiver(recorded, Kind.WELKOM, course).promising(by(f.contact()));
            case ReferralEvent.NotNowSaid f ->
                    toSender(recorded, Kind.NIET_NU, course).because(f.words());
            case ReferralEvent.FirstVisitPromised f ->
                    toReceiver(recorded, Kind.EERSTE_BEZOEK_BELOOFD, course)
                            .promising(visit(f.companion(), f.when(), f.where()));
            case ReferralEvent.FirstVisitMoved f ->
                    toReceiver(recorded, Kind.EERSTE_BEZOEK_VERZET, course)
                            .promising(visit(f.companion(), f.when(), f.where()));
            case ReferralEvent.FirstVisitCalledOff f ->
                    toReceiver(recorded, Kind.EERSTE_BEZOEK_AFGEZEGD, course)
                            .because(f.words())
                            .promising(by(f.calledOffBy()));
            case ReferralEvent.FirstVisitRecorded f ->
                    toReceiver(recorded, Kind.EERSTE_BEZOEK, course)
                            .ending(new Outcome(f.meeting(), f.words()));
            case ReferralEvent.LettingGoProposed f ->
                    lettingGo(recorded, Kind.LOSLATEN_VOORGESTELD, course)
                            .promising(until(f.wayBack(), f.lookAfterUntil()));
            case ReferralEvent.LettingGoConfirmed _ ->
                    lookingAfter(lettingGo(recorded, Kind.LOSLATEN_BEVESTIGD, course), course);
        };
    }

    private static Moment support(Recorded recorded, SupportEvent fact, Course course) {
        return switch (fact) {
            case SupportEvent.ScaledUp f ->
                    here(recorded, Kind.OPGESCHAALD, course.referral())
                            .between(f.by().party(), course.across(f.by().party()))
                            .because(f.why())
                            .promising(level(f.line(), f.level(), f.lookAgainOn()));
            case SupportEvent.ScaledDown f ->
                    here(recorded, Kind.AFGESCHAALD, course.referral())
                            .between(f.by().party(), course.across(f.by().party()))
                            .because(f.why())
                            .promising(level(f.line(), f.level(), f.lookAgainOn()));
        };
    }

    private static Optional<Moment> concern(Recorded recorded, ConcernEvent fact, PathView path) {
        var bell = path.bell(fact.concern());
        return switch (fact) {
            case ConcernEvent.ConcernRaised f ->
                    Optional.of(bell(recorded, Kind.AAN_DE_BEL, bell).because(f.words()));
            case ConcernEvent.ConcernHeard _ -> Optional.of(bell(recorded, Kind.BEL_GEHOORD, bell));
            case ConcernEvent.OutcomeTold f ->
                    Optional.of(
                            bell(recorded, Kind.BEL_UITKOMST, bell)
                                    .ending(new Outcome(null, f.words())));
            case ConcernEvent.ContactRung _, ConcernEvent.NobodyToRing _ -> Optional.empty();
        };
    }

    private static Optional<Moment> guide(Recorded recorded, PersonEvent fact, Circle circle) {
        return switch (fact) {
            case PersonEvent.GuideWritten f ->
                    Optional.of(
                            here(recorded, Kind.HANDLEIDING_GESCHREVEN, null)
                                    .between(f.by().party(), null));
            case PersonEvent.GuideReleased f ->
                    Optional.of(
                            here(recorded, Kind.HANDLEIDING_VRIJGEGEVEN, null)
                                    .between(f.by().party(), f.party()));
            case PersonEvent.GuideReadBack f ->
                    Optional.of(
                            here(recorded, Kind.HANDLEIDING_TERUGGELEZEN, null)
                                    .between(f.by().party(), writer(circle, f.version()))
                                    .because(f.understood()));
            case PersonEvent.PersonRegistered _,
                    PersonEvent.ConsentGiven _,
                    PersonEvent.ConsentWithdrawn _ ->
                    Optional.empty();
        };
    }

    /** Between no parties: for the person herself alone. */
    private static Moment revealed(Recorded recorded, InsightEvent.RevealApproved fact) {
        return here(recorded, Kind.INZAGE_GEGEVEN, null)
                .because(fact.reason())
                .promising(new Promise(fact.askedBy(), fact.until(), null, null, null, null));
    }

    /** Rule 17: the writer sees what was understood. */
    private static @Nullable PartyId writer(Circle circle, int version) {
        return circle.guides().getOrDefault(version, Optional.empty()).orElse(null);
    }

    private static Moment toReceiver(Recorded recorded, Kind kind, Course course) {
        return here(recorded, kind, course.referral()).between(course.from(), course.to());
    }

    private static Moment toSender(Recorded recorded, Kind kind, Course course) {
        return here(recorded, kind, course.referral()).between(course.to(), course.from());
    }

    private static Moment lettingGo(Recorded recorded, Kind kind, Course course) {
        var letting = course.lettingGo();
        var by = letting == null ? course.from() : letting.by();
        return here(recorded, kind, course.referral()).between(by, course.across(by));
    }

    private static Moment bell(Recorded recorded, Kind kind, Bell bell) {
        var rung = bell.rungParties().stream().findFirst().orElse(null);
        var back = kind == Kind.BEL_UITKOMST;
        return here(recorded, kind, bell.referral())
                .of(bell.concern())
                .between(back ? rung : bell.raisingParty(), back ? bell.raisingParty() : rung);
    }

    private static Moment here(Recorded recorded, Kind kind, @Nullable ReferralId referral) {
        Fact fact = recorded.fact();
        return new Moment(
                recorded.position(),
                kind,
                referral,
                null,
                null,
                null,
                fact.by().who(),
                null,
                null,
                null,
                fact.by().occurredAt(),
                fact.by().recordedAt());
    }

    private static Promise by(PersonId who) {
        return new Promise(who, null, null, null, null, null);
    }

    private static Promise visit(PersonId companion, Instant when, Sealed where) {
        return new Promise(companion, when, null, where, null, null);
    }

    private static Promise until(PersonId wayBack, LocalDate until) {
        return new Promise(wayBack, null, until, null, null, null);
    }

    private static Promise level(Line line, Level level, LocalDate lookAgainOn) {
        return new Promise(null, null, lookAgainOn, null, line, level);
    }

    /** Looking back, a confirmation can stand before the proposal that it was an answer to. */
    private static Moment lookingAfter(Moment confirmed, Course course) {
        var letting = course.lettingGo();
        return letting == null
                ? confirmed
                : confirmed.promising(until(letting.wayBack(), letting.until()));
    }
}

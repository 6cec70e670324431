package nl.schakel.query.course;

import java.time.Instant;
import java.util.Objects;
import nl.schakel.access.Keyed;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.query.course.Course.LettingGo;
import nl.schakel.query.course.Course.Promise;

/** One step of a course for each fact of a referral. */
final class Steps {

    private Steps() {}

    static Course after(Course course, ReferralEvent fact) {
        var at = fact.by().occurredAt();
        return switch (fact) {
            case ReferralEvent.ReferralAsked _ -> course;
            case ReferralEvent.QuestionAsked q ->
                    course.asking(Keyed.with(course.questions(), q.question(), at));
            case ReferralEvent.QuestionAnswered q ->
                    course.asking(Keyed.without(course.questions(), q.question()));
            case ReferralEvent.PersonSaidYes _ -> course.saidYes(at);
            case ReferralEvent.Welcomed w -> course.welcomedBy(w.contact(), w.substitute(), at);
            case ReferralEvent.NotNowSaid _ -> course.with(Stage.NOT_NOW, at);
            case ReferralEvent.FirstVisitPromised p ->
                    promised(
                            course,
                            p.visit(),
                            new Promise(p.companion(), p.when(), p.where(), true, at));
            case ReferralEvent.FirstVisitMoved m ->
                    promised(
                            course,
                            m.visit(),
                            new Promise(m.companion(), m.when(), m.where(), true, at));
            case ReferralEvent.FirstVisitCalledOff off -> closed(course, off.visit(), at);
            case ReferralEvent.FirstVisitRecorded went -> recorded(course, went);
            case ReferralEvent.LettingGoProposed l ->
                    course.lettingGo(
                            new LettingGo(
                                    Objects.requireNonNull(l.by().party()),
                                    l.lookAfterUntil(),
                                    l.wayBack()),
                            at);
            case ReferralEvent.LettingGoConfirmed _ -> course.with(Stage.LOOKED_AFTER, at);
        };
    }

    /** The first promise begins the introduction; a visit that is moved later changes no stage. */
    private static Course promised(Course course, VisitId visit, Promise promise) {
        var after = course.visiting(Keyed.with(course.visits(), visit, promise));
        return course.stage() == Stage.WELCOME || course.stage() == Stage.INTRODUCING
                ? after.with(Stage.INTRODUCING, promise.since())
                : after;
    }

    private static Course closed(Course course, VisitId visit, Instant at) {
        var promise = course.visits().get(visit);
        return promise == null
                ? course
                : course.visiting(
                        Keyed.with(
                                course.visits(),
                                visit,
                                new Promise(
                                        promise.companion(),
                                        promise.when(),
                                        promise.where(),
                                        false,
                                        at)));
    }

    /** Rule 8, as the rulebook has it: together, or alone and the receiver has met the person. */
    private static Course recorded(Course course, ReferralEvent.FirstVisitRecorded went) {
        var at = went.by().occurredAt();
        var after = closed(course, went.visit(), at);
        boolean introduced =
                went.meeting() == Meeting.TOGETHER
                        || went.meeting() == Meeting.ALONE && course.to().equals(went.by().party());
        return introduced && course.stage() == Stage.INTRODUCING
                ? after.with(Stage.TAKING_PART, at)
                : after;
    }
}

package nl.schakel.query.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.schakel.access.Keyed;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import org.jspecify.annotations.Nullable;

/**
 * How far one referral is: what both sides see on the path, and what waits on the worklist.
 *
 * @param referral which one
 * @param person for whom
 * @param from the asking party, with {@code contact}
 * @param to the receiving party, with {@code host} from the welcome on
 * @param wish what the person wants
 * @param yes whether the person said yes
 * @param stage how far it is
 * @param since when that is so
 * @param questions not answered yet, since when
 * @param visits promised first visits; open as long as nobody told how it went
 * @param lettingGo who proposed to let go, until when the other looks after, and the way back
 * @param levels of support on each line
 */
public record Course(
        ReferralId referral,
        PersonId person,
        PartyId from,
        PartyId to,
        PersonId contact,
        @Nullable PersonId substitute,
        @Nullable PersonId host,
        @Nullable PersonId hostSubstitute,
        Sealed wish,
        boolean yes,
        Stage stage,
        Instant since,
        Map<QuestionId, Instant> questions,
        Map<VisitId, Promise> visits,
        @Nullable LettingGo lettingGo,
        Map<Line, Support> levels) {

    /**
     * A promised first visit: who goes along, when, where; open as long as nobody told how it went.
     */
    public record Promise(
            PersonId companion, Instant when, Sealed where, boolean open, Instant since) {}

    /** Who lets go, until when the other side looks after, and whom to ring. */
    public record LettingGo(PartyId by, LocalDate until, PersonId wayBack) {}

    /** A level of support, why in words, and when to look again. */
    public record Support(
            Level level, Sealed why, LocalDate lookAgainOn, PersonId by, Instant since) {}

    /** The course after one more fact of the referral; {@code null} stands before the question. */
    public static Course evolve(@Nullable Course course, ReferralEvent fact) {
        return fact instanceof ReferralEvent.ReferralAsked asked
                ? asked(asked)
                : Steps.after(Objects.requireNonNull(course), fact);
    }

    /** The course after one more fact of the support beside it. */
    public static Course evolve(Course course, SupportEvent fact) {
        var by = fact.by();
        return switch (fact) {
            case SupportEvent.ScaledUp(_, _, var line, var level, var why, var again, _) ->
                    course.level(line, new Support(level, why, again, by.who(), by.occurredAt()));
            case SupportEvent.ScaledDown(_, _, var line, var level, var why, var again, _) ->
                    course.level(line, new Support(level, why, again, by.who(), by.occurredAt()));
        };
    }

    /** The other party; the asking one for who stands at neither side. */
    public PartyId across(@Nullable PartyId party) {
        return from.equals(party) ? to : from;
    }

    /** For whom others wait, and for what. */
    public List<Turn> waits() {
        return Turns.waits(this);
    }

    /** Who does what now. */
    public List<Turn> doing() {
        return Turns.doing(this);
    }

    Course with(Stage stage, Instant since) {
        return next(host, hostSubstitute, yes, stage, since, questions, visits, lettingGo, levels);
    }

    Course saidYes(Instant at) {
        return next(host, hostSubstitute, true, stage, at, questions, visits, lettingGo, levels);
    }

    Course welcomedBy(PersonId host, @Nullable PersonId hostSubstitute, Instant at) {
        return next(
                host, hostSubstitute, yes, Stage.WELCOME, at, Map.of(), visits, lettingGo, levels);
    }

    Course asking(Map<QuestionId, Instant> questions) {
        return next(host, hostSubstitute, yes, stage, since, questions, visits, lettingGo, levels);
    }

    Course visiting(Map<VisitId, Promise> visits) {
        return next(host, hostSubstitute, yes, stage, since, questions, visits, lettingGo, levels);
    }

    Course lettingGo(LettingGo now, Instant at) {
        return next(
                host, hostSubstitute, yes, Stage.LETTING_GO, at, questions, visits, now, levels);
    }

    private Course level(Line line, Support support) {
        var now = Keyed.with(levels, line, support);
        return next(host, hostSubstitute, yes, stage, since, questions, visits, lettingGo, now);
    }

    /** The same referral, a fact further: what can change after the question. */
    private Course next(
            @Nullable PersonId host,
            @Nullable PersonId hostSubstitute,
            boolean yes,
            Stage stage,
            Instant since,
            Map<QuestionId, Instant> questions,
            Map<VisitId, Promise> visits,
            @Nullable LettingGo lettingGo,
            Map<Line, Support> levels) {
        return new Course(
                referral,
                person,
                from,
                to,
                contact,
                substitute,
                host,
                hostSubstitute,
                wish,
                yes,
                stage,
                since,
                questions,
                visits,
                lettingGo,
                levels);
    }

    private static Course asked(ReferralEvent.ReferralAsked a) {
        return new Course(
                a.referral(),
                a.person(),
                a.from(),
                a.to(),
                a.contact(),
                a.substitute(),
                null,
                null,
                a.wish(),
                false,
                Stage.ASKED,
                a.by().occurredAt(),
                Map.of(),
                Map.of(),
                null,
                Map.of());
    }
}

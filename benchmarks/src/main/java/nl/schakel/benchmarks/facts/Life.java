package nl.schakel.benchmarks.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.schakel.events.By;
import nl.schakel.events.ConcernId;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.VisitId;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.concern.KnownContact;
import nl.schakel.events.concern.Rung;
import nl.schakel.events.concern.Urgency;
import nl.schakel.events.person.Heading;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.vault.Scopes;

/**
 * What is known of one person, in an order that the rules allow: one referral up to its start, then
 * support, a guide and bells, over and over.
 */
public final class Life {

    /** Facts until the referral has started. */
    public static final int BEGINNING = 8;

    private static final LocalDate SOME_DAY = LocalDate.of(2999, 5, 2);

    private final Chance chance;
    private final Party from;
    private final Party to;
    private final PersonId person;
    private final ReferralId referral;
    private final QuestionId question;
    private final VisitId visit;
    private final int length;
    private ConcernId concern;
    private int told;

    Life(Chance chance, Party from, Party to, int length) {
        this.chance = chance;
        this.from = from;
        this.to = to;
        this.length = length;
        this.person = new PersonId(chance.id());
        this.referral = new ReferralId(chance.id());
        this.question = new QuestionId(chance.id());
        this.visit = new VisitId(chance.id());
        this.concern = new ConcernId(chance.id());
    }

    /** Whose life. */
    public PersonId person() {
        return person;
    }

    /** Her referral. */
    public ReferralId referral() {
        return referral;
    }

    boolean ended() {
        return told >= length;
    }

    /** The next fact. */
    Fact next(Instant now) {
        int step = told++;
        return step < BEGINNING ? beginning(step, now) : after(step - BEGINNING, now);
    }

    private Fact beginning(int step, Instant now) {
        return switch (step) {
            case 0 -> new PersonEvent.PersonRegistered(person, asking(now));
            case 1 -> referralAsked(now);
            case 2 ->
                    new ReferralEvent.QuestionAsked(
                            referral, person, question, sealed("vraag"), asked(now));
            case 3 ->
                    new ReferralEvent.QuestionAnswered(
                            referral, person, question, sealed("antwoord"), asking(now));
            case 4 -> new ReferralEvent.PersonSaidYes(referral, person, herself(now));
            case 5 ->
                    new ReferralEvent.Welcomed(
                            referral, person, to.contact(), to.substitute(), asked(now));
            case 6 ->
                    new ReferralEvent.FirstVisitPromised(
                            referral,
                            person,
                            visit,
                            from.contact(),
                            now.plusSeconds(3_600),
                            sealed("waar"),
                            asking(now));
            default ->
                    new ReferralEvent.FirstVisitRecorded(
                            referral,
                            person,
                            visit,
                            Meeting.TOGETHER,
                            sealed("hoe-het-ging"),
                            asking(now));
        };
    }

    private Fact referralAsked(Instant now) {
        return new ReferralEvent.ReferralAsked(
                referral,
                person,
                from.id(),
                to.id(),
                sealed("wens"),
                from.contact(),
                from.substitute(),
                asking(now));
    }

    private Fact after(int step, Instant now) {
        int round = step / 7;
        return switch (step % 7) {
            case 0 -> up(now);
            case 1 -> guide(round + 1, now);
            case 2 -> raised(now);
            case 3 -> rung(now);
            case 4 -> new ConcernEvent.ConcernHeard(concern, person, asked(now));
            case 5 -> new ConcernEvent.OutcomeTold(concern, person, sealed("uitkomst"), asked(now));
            default -> down(now);
        };
    }

    private Fact up(Instant now) {
        return new SupportEvent.ScaledUp(
                referral,
                person,
                Line.COLLECTIVE,
                Level.ALONGSIDE,
                sealed("waarom"),
                SOME_DAY,
                asked(now));
    }

    private Fact down(Instant now) {
        return new SupportEvent.ScaledDown(
                referral,
                person,
                Line.COLLECTIVE,
                Level.FINGER_ON_THE_PULSE,
                sealed("waarom"),
                SOME_DAY,
                asked(now));
    }

    private Fact guide(int version, Instant now) {
        var heading = new Heading(sealed("kopje"), sealed("tekst"));
        return new PersonEvent.GuideWritten(person, version, List.of(heading), asking(now));
    }

    private Fact raised(Instant now) {
        concern = new ConcernId(chance.id());
        return new ConcernEvent.ConcernRaised(
                concern,
                person,
                referral,
                sealed("woorden"),
                Urgency.CONCERN,
                List.of(ladder()),
                asking(now));
    }

    private Fact rung(Instant now) {
        return new ConcernEvent.ContactRung(
                concern, person, ladder(), now.plusSeconds(3_600), By.clock(now));
    }

    private Rung ladder() {
        return new Rung(List.of(new KnownContact(to.contact(), to.id())));
    }

    private Sealed sealed(String field) {
        return new Sealed(person, Scopes.of(referral), field, chance.cipher());
    }

    private By asking(Instant now) {
        return new By(from.contact(), from.id(), null, now, now);
    }

    private By asked(Instant now) {
        return new By(to.contact(), to.id(), null, now, now);
    }

    private By herself(Instant now) {
        return new By(person, null, null, now, now);
    }
}

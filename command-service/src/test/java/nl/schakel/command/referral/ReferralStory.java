package nl.schakel.command.referral;

import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.schakel.command.Direction;
import nl.schakel.command.Direction.Side;
import nl.schakel.command.People;
import nl.schakel.command.Rules;
import nl.schakel.command.desk.Team;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.referral.ReferralEvent.ReferralAsked;
import org.jspecify.annotations.Nullable;

/** Hans and his wish between two parties: the commands and facts of case 1, in either direction. */
public record ReferralStory(Direction direction) {

    public static final Rulebook<?, ?, ?> RULES = Referral.RULES;

    static final ReferralId ID = new ReferralId(new UUID(3, 1));
    static final QuestionId QUESTION = new QuestionId(new UUID(3, 2));
    static final VisitId TUESDAY = new VisitId(new UUID(3, 3));
    static final VisitId THURSDAY = new VisitId(new UUID(3, 4));
    static final LocalDate IN_AUTUMN = TODAY.plusMonths(6);

    /** Every command but one, in an order in which each of them is accepted. */
    public List<Command> everything() {
        return List.of(
                refer(),
                ask(asked().by()),
                answer(asking().by()),
                yes(hansHimself()),
                welcome(asked().by()),
                promise(TUESDAY),
                move(TUESDAY, asked().by()),
                callOff(TUESDAY, hansHimself()),
                promise(THURSDAY),
                told(THURSDAY, Meeting.TOGETHER, asking().by()),
                letGo(asking().by()),
                confirm(asked().by()));
    }

    /** The one that ends it: not now. */
    public List<Command> turnedDown() {
        return List.of(refer(), notNow(asked().by()));
    }

    /** The receiver says: not now. */
    public ReferralCommand.SayNotNow notNow(By by) {
        return new ReferralCommand.SayNotNow(ID, null, by);
    }

    /** The question of this story. */
    public ReferralCommand.Refer refer() {
        return refer(asking().contact(), asking().substitute(), asking().team());
    }

    /** Welcome, by name. */
    public ReferralCommand.Welcome welcome(By by) {
        return welcome(asked().contact(), asked().substitute(), asked().team(), by);
    }

    /** The yes of Hans. */
    public ReferralCommand.RecordYesOfPerson yes(By by) {
        return new ReferralCommand.RecordYesOfPerson(ID, by);
    }

    Side asking() {
        return direction.asking();
    }

    Side asked() {
        return direction.asked();
    }

    static By hansHimself() {
        return People.by(HANS, null);
    }

    ReferralCommand.Refer refer(PersonId contact, @Nullable PersonId substitute, Team team) {
        return refer(asked().party(), contact, substitute, true, team);
    }

    ReferralCommand.Refer unknownToHans() {
        var team = asking().team();
        return refer(asked().party(), asking().contact(), null, false, team);
    }

    ReferralCommand.Refer referToThemselves() {
        return refer(asking().party(), asking().contact(), null, true, asking().team());
    }

    private ReferralCommand.Refer refer(
            PartyId to, PersonId contact, @Nullable PersonId substitute, boolean known, Team team) {
        return new ReferralCommand.Refer(
                ID,
                HANS,
                asking().party(),
                to,
                words("wens"),
                contact,
                substitute,
                known,
                team,
                asking().by());
    }

    ReferralCommand.Welcome welcome(
            PersonId contact, @Nullable PersonId substitute, Team team, By by) {
        return new ReferralCommand.Welcome(ID, contact, substitute, team, by);
    }

    ReferralCommand.AskQuestion ask(By by) {
        return new ReferralCommand.AskQuestion(ID, QUESTION, words("vraag"), by);
    }

    ReferralCommand.AnswerQuestion answer(By by) {
        return new ReferralCommand.AnswerQuestion(ID, QUESTION, words("antwoord"), by);
    }

    ReferralCommand.PromiseFirstVisit promise(VisitId visit) {
        return promise(visit, asking().contact(), NOW.plus(1, ChronoUnit.HOURS), asking().by());
    }

    ReferralCommand.PromiseFirstVisit promise(
            VisitId visit, PersonId companion, Instant when, By by) {
        return new ReferralCommand.PromiseFirstVisit(
                ID, visit, companion, when, words("waar"), direction.everyone(), by);
    }

    ReferralCommand.MoveFirstVisit move(VisitId visit, By by) {
        return new ReferralCommand.MoveFirstVisit(
                ID, visit, null, NOW.plus(2, ChronoUnit.HOURS), null, direction.everyone(), by);
    }

    ReferralCommand.CallOffFirstVisit callOff(VisitId visit, By by) {
        return new ReferralCommand.CallOffFirstVisit(ID, visit, HANS, null, by);
    }

    ReferralCommand.RecordFirstVisit told(VisitId visit, Meeting meeting, By by) {
        return new ReferralCommand.RecordFirstVisit(ID, visit, meeting, null, by);
    }

    ReferralCommand.LetGo letGo(By by) {
        return letGo(IN_AUTUMN, by.who(), by);
    }

    ReferralCommand.LetGo letGo(LocalDate until, PersonId wayBack, By by) {
        var team = asking().party().equals(by.party()) ? asking().team() : asked().team();
        return new ReferralCommand.LetGo(ID, until, wayBack, team, by);
    }

    ReferralCommand.ConfirmLettingGo confirm(By by) {
        return new ReferralCommand.ConfirmLettingGo(ID, by);
    }

    Rules<ReferralCommand, ReferralEvent, Referral> nothingYet() {
        return Rules.given(Referral.RULES);
    }

    Rules<ReferralCommand, ReferralEvent, Referral> hasAsked() {
        return Rules.given(
                Referral.RULES,
                new ReferralAsked(
                        ID,
                        HANS,
                        asking().party(),
                        asked().party(),
                        words("wens"),
                        asking().contact(),
                        asking().substitute(),
                        asking().by()));
    }

    Rules<ReferralCommand, ReferralEvent, Referral> bothSaidYes() {
        return hasAsked()
                .when(yes(hansHimself()))
                .happened()
                .when(welcome(asked().by()))
                .happened();
    }

    Rules<ReferralCommand, ReferralEvent, Referral> hasPromised() {
        return bothSaidYes().when(promise(TUESDAY)).happened();
    }

    Rules<ReferralCommand, ReferralEvent, Referral> takesPart() {
        return hasPromised().when(told(TUESDAY, Meeting.TOGETHER, asking().by())).happened();
    }

    Rules<ReferralCommand, ReferralEvent, Referral> letsGo() {
        return takesPart().when(letGo(asking().by())).happened();
    }

    Rules<ReferralCommand, ReferralEvent, Referral> isLookedAfter() {
        return letsGo().when(confirm(asked().by())).happened();
    }
}

package nl.schakel.command.concern;

import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.words;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.schakel.command.Direction;
import nl.schakel.command.Direction.Side;
import nl.schakel.command.Rules;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.concern.ConcernEvent.ConcernRaised;
import nl.schakel.events.concern.ConcernEvent.ContactRung;
import nl.schakel.events.concern.ConcernEvent.NobodyToRing;
import nl.schakel.events.concern.KnownContact;
import nl.schakel.events.concern.Rung;
import nl.schakel.events.concern.Urgency;

/** A concern about Hans, raised at the side that was asked; it rings at the side that asked. */
public record ConcernStory(Direction direction) {

    public static final Rulebook<?, ?, ?> RULES = Concern.RULES;

    static final ConcernId ID = new ConcernId(new UUID(5, 1));
    static final ReferralId REFERRAL = new ReferralId(new UUID(3, 1));
    static final Instant HEARD_BEFORE = NOW.plus(4, ChronoUnit.HOURS);
    static final Instant AN_HOUR_LATER = NOW.plus(1, ChronoUnit.HOURS);

    /** Every command once, in an order in which each of them is accepted. */
    public List<Command> everything() {
        return List.of(raise(ladder()), ringNext(ladder()), hear(rung().by()), tell(rung().by()));
    }

    Side raising() {
        return direction.asked();
    }

    Side rung() {
        return direction.asking();
    }

    /** Contact, substitute, coordinator, both coordinators. */
    List<Rung> ladder() {
        return List.of(
                step(rung().contact()),
                step(rung().substitute()),
                step(rung().coordinator()),
                bothCoordinators());
    }

    Rung step(PersonId person) {
        return new Rung(List.of(new KnownContact(person, rung().party())));
    }

    Rung bothCoordinators() {
        return new Rung(
                List.of(
                        new KnownContact(rung().coordinator(), rung().party()),
                        new KnownContact(raising().coordinator(), raising().party())));
    }

    ConcernCommand.RaiseConcern raise(List<Rung> ladder) {
        return raise(ladder, raising().by());
    }

    ConcernCommand.RaiseConcern raise(List<Rung> ladder, By by) {
        return new ConcernCommand.RaiseConcern(
                ID, HANS, REFERRAL, words("watZieJe"), Urgency.CONCERN, ladder, HEARD_BEFORE, by);
    }

    ConcernCommand.RingNext ringNext(List<Rung> ladder) {
        return new ConcernCommand.RingNext(ID, ladder, AN_HOUR_LATER, By.clock(NOW));
    }

    ConcernCommand.Hear hear(By by) {
        return new ConcernCommand.Hear(ID, by);
    }

    ConcernCommand.TellOutcome tell(By by) {
        return new ConcernCommand.TellOutcome(ID, words("uitkomst"), by);
    }

    ConcernRaised raised(List<Rung> ladder) {
        return new ConcernRaised(
                ID, HANS, REFERRAL, words("watZieJe"), Urgency.CONCERN, ladder, raising().by());
    }

    ContactRung firstRung(Rung rung) {
        return new ContactRung(ID, HANS, rung, HEARD_BEFORE, raising().by());
    }

    ContactRung nextRung(Rung rung) {
        return new ContactRung(ID, HANS, rung, AN_HOUR_LATER, By.clock(NOW));
    }

    NobodyToRing nobody() {
        return new NobodyToRing(ID, HANS, AN_HOUR_LATER, By.clock(NOW));
    }

    Rules<ConcernCommand, ConcernEvent, Concern> silent() {
        return Rules.given(Concern.RULES);
    }

    Rules<ConcernCommand, ConcernEvent, Concern> ringing() {
        return silent().when(raise(ladder())).happened();
    }

    Rules<ConcernCommand, ConcernEvent, Concern> ringingEverywhere() {
        var bell = ringing();
        for (int step = 1; step < ladder().size(); step++) {
            bell = bell.when(ringNext(ladder())).happened();
        }
        return bell;
    }

    Rules<ConcernCommand, ConcernEvent, Concern> heard() {
        return ringing().when(hear(rung().by())).happened();
    }
}

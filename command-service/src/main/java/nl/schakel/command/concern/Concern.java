package nl.schakel.command.concern;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.access.Refused;
import nl.schakel.command.concern.ConcernCommand.Hear;
import nl.schakel.command.concern.ConcernCommand.RaiseConcern;
import nl.schakel.command.concern.ConcernCommand.RingNext;
import nl.schakel.command.concern.ConcernCommand.TellOutcome;
import nl.schakel.command.desk.Voice;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.concern.ConcernEvent.ConcernHeard;
import nl.schakel.events.concern.ConcernEvent.ConcernRaised;
import nl.schakel.events.concern.ConcernEvent.ContactRung;
import nl.schakel.events.concern.ConcernEvent.NobodyToRing;
import nl.schakel.events.concern.ConcernEvent.OutcomeTold;
import nl.schakel.events.concern.KnownContact;
import nl.schakel.events.concern.Rung;

/**
 * The bell: rings at one named human at a time until a human says that it was heard (rules 20 to
 * 22).
 */
sealed interface Concern {

    /** Nobody rang. */
    record Silent() implements Concern {}

    /** Whatever was raised: the first fact, and everyone whom it rang so far. */
    sealed interface Raised extends Concern {
        ConcernRaised raised();

        Set<KnownContact> rung();

        /** Who raised it, wrote it down, or was rung; others do not know of it (rule 25). */
        default Set<PersonId> people() {
            var all = new LinkedHashSet<PersonId>();
            rung().stream().map(KnownContact::person).forEach(all::add);
            all.remove(raised().about());
            all.add(raised().by().who());
            all.add(raiser());
            return all;
        }

        /** The parties that know of it through whoever was rung; through none whom it is about. */
        default Set<PartyId> partiesFor(PersonId person) {
            return raised().about().equals(person)
                    ? Set.of()
                    : rung().stream().map(KnownContact::party).collect(Collectors.toSet());
        }

        /** Rule 22: rung so far, or of that party; never the raiser, nor whom it is about. */
        default boolean hearing(PersonId person, Set<PartyId> parties) {
            return !raiser().equals(person)
                    && !raised().about().equals(person)
                    && rung().stream()
                            .anyMatch(
                                    contact ->
                                            contact.person().equals(person)
                                                    || parties.contains(contact.party()));
        }

        private PersonId raiser() {
            return Voice.of(raised().by());
        }
    }

    /** De bel gaat; the last step is where it rings now. */
    record Ringing(ConcernRaised raised, Set<KnownContact> rung, List<KnownContact> now)
            implements Raised {}

    /** Gehoord. */
    record Heard(ConcernRaised raised, Set<KnownContact> rung) implements Raised {}

    /** The rulebook of this kind. */
    Rulebook<ConcernCommand, ConcernEvent, Concern> RULES =
            new Rulebook<>(
                    "concern",
                    ConcernCommand.class,
                    ConcernEvent.class,
                    new Silent(),
                    Concern::decide,
                    Concern::evolve);

    static List<? extends ConcernEvent> decide(ConcernCommand command, Concern concern) {
        return switch (command) {
            case RaiseConcern raise -> raise(raise, concern);
            case RingNext ring ->
                    concern instanceof Ringing ringing
                            ? List.of(ringNext(ring, ringing))
                            : List.of();
            case Hear hear -> hear(hear, concern);
            case TellOutcome tell -> tell(tell, concern);
        };
    }

    static Concern evolve(Concern concern, ConcernEvent fact) {
        return switch (fact) {
            case ConcernRaised raised -> new Ringing(raised, Set.of(), List.of());
            case ContactRung ringing -> rang((Raised) concern, ringing.rung());
            case NobodyToRing _ -> concern;
            case ConcernHeard _ ->
                    new Heard(((Raised) concern).raised(), ((Raised) concern).rung());
            case OutcomeTold _ -> concern;
        };
    }

    /**
     * Rule 20: never fails for a state reason, and is never lost, even when there is nobody to ring
     * yet.
     */
    private static List<ConcernEvent> raise(RaiseConcern c, Concern concern) {
        if (!(concern instanceof Silent)) {
            return List.of();
        }
        var raised =
                new ConcernRaised(
                        c.concern(),
                        c.about(),
                        c.referral(),
                        c.words(),
                        c.urgency(),
                        c.ladder(),
                        c.by());
        return List.of(
                raised,
                ring(raised, c.ladder().stream().limit(1).toList(), c.heardBefore(), c.by()));
    }

    /**
     * Rule 21: the first step with someone new; after the last one, the last one again until a
     * human hears it.
     */
    private static ConcernEvent ringNext(RingNext c, Ringing concern) {
        var fresh =
                c.ladder().stream()
                        .filter(
                                step ->
                                        step.contacts().stream()
                                                .anyMatch(
                                                        contact ->
                                                                !concern.rung().contains(contact)))
                        .limit(1)
                        .toList();
        var last = c.ladder().isEmpty() ? List.<Rung>of() : List.of(c.ladder().getLast());
        return ring(concern.raised(), fresh.isEmpty() ? last : fresh, c.heardBefore(), c.by());
    }

    private static ConcernEvent ring(
            ConcernRaised raised, List<Rung> step, Instant heardBefore, By by) {
        return step.isEmpty()
                ? new NobodyToRing(raised.concern(), raised.about(), heardBefore, by)
                : new ContactRung(
                        raised.concern(), raised.about(), step.getFirst(), heardBefore, by);
    }

    /** Rule 22: a human act, by anyone rung so far or by someone of that party in their name. */
    private static List<ConcernEvent> hear(Hear c, Concern concern) {
        return switch (concern) {
            case Ringing ringing -> {
                onlyWhoIsRungHears(ringing, c.by());
                yield List.of(new ConcernHeard(c.concern(), ringing.raised().about(), c.by()));
            }
            case Heard _ -> List.of();
            case Silent _ -> throw Refused.because(ConcernRefusal.NOBODY_RANG);
        };
    }

    private static List<ConcernEvent> tell(TellOutcome c, Concern concern) {
        return switch (concern) {
            case Heard heard -> {
                onlyWhoIsRungHears(heard, c.by());
                yield List.of(
                        new OutcomeTold(c.concern(), heard.raised().about(), c.words(), c.by()));
            }
            case Ringing _ -> throw Refused.because(ConcernRefusal.NOT_HEARD_YET);
            case Silent _ -> throw Refused.because(ConcernRefusal.NOBODY_RANG);
        };
    }

    private static void onlyWhoIsRungHears(Raised concern, By by) {
        var party = Optional.ofNullable(by.party());
        if (!concern.hearing(by.who(), party.map(Set::of).orElse(Set.of()))) {
            throw Refused.because(ConcernRefusal.ONLY_WHO_IS_RUNG_HEARS);
        }
    }

    private static Concern rang(Raised concern, Rung step) {
        var all = new LinkedHashSet<>(concern.rung());
        all.addAll(step.contacts());
        return concern instanceof Ringing
                ? new Ringing(concern.raised(), all, step.contacts())
                : concern;
    }
}

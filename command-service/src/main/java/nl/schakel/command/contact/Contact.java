package nl.schakel.command.contact;

import java.time.LocalDate;
import java.util.List;
import nl.schakel.access.Refused;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.PersonId;
import nl.schakel.events.contact.ContactEvent;
import nl.schakel.events.contact.ContactEvent.CameBack;
import nl.schakel.events.contact.ContactEvent.WentAway;

/**
 * Whether a known contact is there; who goes away names who stands in, and bells ring there (rule
 * 34).
 */
sealed interface Contact {

    /** Bereikbaar. */
    record Reachable() implements Contact {}

    /** Er even niet; both days included. */
    record Away(LocalDate from, LocalDate until, PersonId substitute) implements Contact {}

    /** The rulebook of this kind. */
    Rulebook<ContactCommand, ContactEvent, Contact> RULES =
            new Rulebook<>(
                    "contact",
                    ContactCommand.class,
                    ContactEvent.class,
                    new Reachable(),
                    Contact::decide,
                    Contact::evolve);

    static List<? extends ContactEvent> decide(ContactCommand command, Contact contact) {
        return switch (command) {
            case ContactCommand.GoAway goAway -> goAway(goAway, contact);
            case ContactCommand.ComeBack back ->
                    contact instanceof Away
                            ? List.of(new CameBack(back.member(), back.by()))
                            : List.of();
        };
    }

    static Contact evolve(Contact contact, ContactEvent fact) {
        return switch (fact) {
            case WentAway went -> new Away(went.from(), went.until(), went.substitute());
            case CameBack _ -> new Reachable();
        };
    }

    private static List<ContactEvent> goAway(ContactCommand.GoAway c, Contact contact) {
        anAbsenceBeginsBeforeItEnds(c);
        someoneElseWhoIsThereStandsIn(c);
        return contact.equals(new Away(c.from(), c.until(), c.substitute()))
                ? List.of()
                : List.of(new WentAway(c.member(), c.from(), c.until(), c.substitute(), c.by()));
    }

    private static void anAbsenceBeginsBeforeItEnds(ContactCommand.GoAway c) {
        if (c.until().isBefore(c.from())) {
            throw Refused.because(ContactRefusal.AN_ABSENCE_BEGINS_BEFORE_IT_ENDS);
        }
    }

    /** Rule 34: a colleague of the same party, present on the first day. */
    private static void someoneElseWhoIsThereStandsIn(ContactCommand.GoAway c) {
        if (c.substitute().equals(c.member()) || !c.team().here(c.substitute())) {
            throw Refused.because(ContactRefusal.SOMEONE_ELSE_WHO_IS_THERE_STANDS_IN);
        }
    }
}

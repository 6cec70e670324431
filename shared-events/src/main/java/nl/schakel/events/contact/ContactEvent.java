package nl.schakel.events.contact;

import java.time.LocalDate;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;

/** What can have happened to the availability of a known contact. */
public sealed interface ContactEvent extends Fact {

    PersonId member();

    @Override
    default PersonId person() {
        return member();
    }

    @Override
    default StreamId stream() {
        return member().contact();
    }

    /** De contactpersoon is er even niet, van en met {@code from} tot en met {@code until}. */
    record WentAway(PersonId member, LocalDate from, LocalDate until, PersonId substitute, By by)
            implements ContactEvent {}

    /** De contactpersoon is er weer. */
    record CameBack(PersonId member, By by) implements ContactEvent {}
}

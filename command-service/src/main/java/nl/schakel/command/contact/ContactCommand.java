package nl.schakel.command.contact;

import java.time.LocalDate;
import nl.schakel.command.desk.Team;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;

/** What a known contact may want: availability only. */
sealed interface ContactCommand extends Command {

    PersonId member();

    @Override
    default StreamId stream() {
        return member().contact();
    }

    /** Er even niet zijn, van en tot en met, met een vervanger. */
    record GoAway(
            PersonId member, LocalDate from, LocalDate until, PersonId substitute, Team team, By by)
            implements ContactCommand {}

    /** Er weer zijn. */
    record ComeBack(PersonId member, By by) implements ContactCommand {}
}

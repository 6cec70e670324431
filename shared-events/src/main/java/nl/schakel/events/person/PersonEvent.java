package nl.schakel.events.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.schakel.events.By;
import nl.schakel.events.ConsentId;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReleaseId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import org.jspecify.annotations.Nullable;

/** What can have happened to a person: consent and guide included. */
public sealed interface PersonEvent extends Fact {

    @Override
    PersonId person();

    @Override
    default StreamId stream() {
        return person().stream();
    }

    /** Een inwoner is hier bekend. */
    record PersonRegistered(PersonId person, By by) implements PersonEvent {}

    /** De inwoner geeft toestemming; zonder {@code until} tot het eind van de verwijzing. */
    record ConsentGiven(
            PersonId person,
            ConsentId consent,
            PartyId recipient,
            Set<Category> categories,
            Sealed purpose,
            @Nullable LocalDate until,
            By by)
            implements PersonEvent {}

    /** De inwoner trekt de toestemming in. */
    record ConsentWithdrawn(PersonId person, ConsentId consent, By by) implements PersonEvent {}

    /** Een versie van de handleiding is samen geschreven. */
    record GuideWritten(PersonId person, int version, List<Heading> headings, By by)
            implements PersonEvent {}

    /**
     * Deze versie mag gelezen worden door deze partij; een lege {@code members} is iedereen daar.
     */
    record GuideReleased(
            PersonId person,
            int version,
            ReleaseId release,
            PartyId party,
            Set<PersonId> members,
            By by)
            implements PersonEvent {}

    /** De ontvanger zei in eigen woorden wat zij begreep. */
    record GuideReadBack(PersonId person, int version, Sealed understood, By by)
            implements PersonEvent {}
}

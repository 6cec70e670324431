package nl.schakel.command.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.ConsentId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReleaseId;
import nl.schakel.events.Sealed;
import nl.schakel.events.StreamId;
import nl.schakel.events.person.Category;
import nl.schakel.events.person.Heading;
import org.jspecify.annotations.Nullable;

/** What somebody may want of a person's own history. */
sealed interface PersonCommand extends Command {

    PersonId person();

    @Override
    default StreamId stream() {
        return person().stream();
    }

    /** Een inwoner leren kennen. */
    record Register(PersonId person, By by) implements PersonCommand {}

    /** Toestemming geven. */
    record GiveConsent(
            PersonId person,
            ConsentId consent,
            PartyId recipient,
            Set<Category> categories,
            Sealed purpose,
            @Nullable LocalDate until,
            By by)
            implements PersonCommand {}

    /** Toestemming intrekken. */
    record WithdrawConsent(PersonId person, ConsentId consent, By by) implements PersonCommand {}

    /** Een versie van de handleiding schrijven. */
    record WriteGuide(PersonId person, List<Heading> headings, By by) implements PersonCommand {}

    /** Een versie vrijgeven aan een partij. */
    record ReleaseGuide(
            PersonId person,
            int version,
            ReleaseId release,
            PartyId party,
            Set<PersonId> members,
            By by)
            implements PersonCommand {}

    /** In eigen woorden teruglezen. */
    record ReadBackGuide(PersonId person, int version, Sealed understood, By by)
            implements PersonCommand {}
}

package nl.schakel.command.person;

import static nl.schakel.command.People.DE_SLEUTEL;
import static nl.schakel.command.People.GGZ;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.by;
import static nl.schakel.command.People.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.command.Rules;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.ConsentId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReleaseId;
import nl.schakel.events.Sealed;
import nl.schakel.events.person.Category;
import nl.schakel.events.person.Heading;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import org.jspecify.annotations.Nullable;

/** Hans, known at GGZ; his guide is written with Samira, and for Joke at De Sleutel. */
public final class PersonStory {

    public static final Rulebook<?, ?, ?> RULES = Person.RULES;

    static final ConsentId CONSENT = new ConsentId(new UUID(4, 1));
    static final ReleaseId RELEASE = new ReleaseId(new UUID(4, 2));
    static final By SAMIRA_AT_GGZ = by(SAMIRA, GGZ);
    static final By JOKE_AT_DE_SLEUTEL = by(JOKE, DE_SLEUTEL);
    static final By HANS_HIMSELF = by(HANS, null);

    private PersonStory() {}

    /** Every command once, in an order in which each of them is accepted. */
    public static List<Command> everything() {
        return List.of(
                register(HANS, SAMIRA_AT_GGZ),
                give(TODAY.plusDays(1), HANS_HIMSELF),
                write(SAMIRA_AT_GGZ),
                release(1, Set.of(), SAMIRA_AT_GGZ),
                readBack(1, JOKE_AT_DE_SLEUTEL),
                withdraw(HANS_HIMSELF));
    }

    /** A person becomes known. */
    public static Command register(PersonId person, By by) {
        return new PersonCommand.Register(person, by);
    }

    /** A version of the guide, with one heading. */
    public static Command write(PersonId person, Sealed title, Sealed text, By by) {
        return new PersonCommand.WriteGuide(person, List.of(new Heading(title, text)), by);
    }

    static PersonCommand.GiveConsent give(@Nullable LocalDate until, By by) {
        return new PersonCommand.GiveConsent(
                HANS, CONSENT, DE_SLEUTEL, Set.of(Category.GUIDE), words("doel"), until, by);
    }

    static PersonCommand.WithdrawConsent withdraw(By by) {
        return new PersonCommand.WithdrawConsent(HANS, CONSENT, by);
    }

    static PersonCommand.WriteGuide write(By by) {
        return new PersonCommand.WriteGuide(HANS, headings(), by);
    }

    static PersonCommand.ReleaseGuide release(int version, Set<PersonId> members, By by) {
        return new PersonCommand.ReleaseGuide(HANS, version, RELEASE, DE_SLEUTEL, members, by);
    }

    static PersonCommand.ReadBackGuide readBack(int version, By by) {
        return new PersonCommand.ReadBackGuide(HANS, version, words("begrepen"), by);
    }

    static List<Heading> headings() {
        return List.of(new Heading(words("kop"), words("tekst")));
    }

    static Rules<PersonCommand, PersonEvent, Person> stranger() {
        return Rules.given(Person.RULES);
    }

    static Rules<PersonCommand, PersonEvent, Person> known() {
        return Rules.given(Person.RULES, new PersonRegistered(HANS, SAMIRA_AT_GGZ));
    }

    static Rules<PersonCommand, PersonEvent, Person> consented() {
        return known().when(give(null, HANS_HIMSELF)).happened();
    }

    static Rules<PersonCommand, PersonEvent, Person> guided() {
        return known().when(write(SAMIRA_AT_GGZ)).happened();
    }

    static Rules<PersonCommand, PersonEvent, Person> released(Set<PersonId> members) {
        return guided().when(release(1, members, SAMIRA_AT_GGZ)).happened();
    }
}

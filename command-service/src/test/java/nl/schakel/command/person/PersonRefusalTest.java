package nl.schakel.command.person;

import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.person.PersonStory.HANS_HIMSELF;
import static nl.schakel.command.person.PersonStory.JOKE_AT_DE_SLEUTEL;
import static nl.schakel.command.person.PersonStory.SAMIRA_AT_GGZ;

import java.util.Set;
import nl.schakel.command.Rules;
import nl.schakel.events.person.PersonEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason can come about: a new one does not compile without its way. */
final class PersonRefusalTest {

    @ParameterizedTest
    @EnumSource
    void every_reason_to_say_no_can_come_about(PersonRefusal reason) {
        provoked(reason).refused(reason);
    }

    private static Rules<PersonCommand, PersonEvent, Person>.When provoked(PersonRefusal reason) {
        return switch (reason) {
            case A_CONSENT_IS_THE_PERSONS_OWN ->
                    PersonStory.known().when(PersonStory.give(null, SAMIRA_AT_GGZ));
            case A_CONSENT_LASTS ->
                    PersonStory.known().when(PersonStory.give(TODAY.minusDays(1), HANS_HIMSELF));
            case NOT_KNOWN_HERE -> PersonStory.stranger().when(PersonStory.write(SAMIRA_AT_GGZ));
            case NO_SUCH_CONSENT -> PersonStory.known().when(PersonStory.withdraw(HANS_HIMSELF));
            case ONLY_THE_WRITER_OR_THE_PERSON_RELEASES ->
                    PersonStory.guided().when(PersonStory.release(1, Set.of(), JOKE_AT_DE_SLEUTEL));
            case ONLY_WHO_RECEIVED_IT_READS_BACK ->
                    PersonStory.guided().when(PersonStory.readBack(1, JOKE_AT_DE_SLEUTEL));
            case THIS_VERSION_IS_NOT_WRITTEN ->
                    PersonStory.known().when(PersonStory.release(1, Set.of(), HANS_HIMSELF));
        };
    }
}

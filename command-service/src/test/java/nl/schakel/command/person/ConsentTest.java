package nl.schakel.command.person;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.DE_SLEUTEL;
import static nl.schakel.command.People.GGZ;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.by;
import static nl.schakel.command.People.words;
import static nl.schakel.command.person.PersonStory.CONSENT;
import static nl.schakel.command.person.PersonStory.HANS_HIMSELF;
import static nl.schakel.command.person.PersonStory.SAMIRA_AT_GGZ;
import static nl.schakel.command.person.PersonStory.consented;
import static nl.schakel.command.person.PersonStory.give;
import static nl.schakel.command.person.PersonStory.known;
import static nl.schakel.command.person.PersonStory.register;
import static nl.schakel.command.person.PersonStory.stranger;
import static nl.schakel.command.person.PersonStory.withdraw;

import java.util.List;
import java.util.Set;
import nl.schakel.events.person.Category;
import nl.schakel.events.person.PersonEvent.ConsentGiven;
import nl.schakel.events.person.PersonEvent.ConsentWithdrawn;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import org.junit.jupiter.api.Test;

final class ConsentTest {

    @Test
    void a_person_becomes_known_once() {
        stranger()
                .when((PersonCommand) register(HANS, SAMIRA_AT_GGZ))
                .then(new PersonRegistered(HANS, SAMIRA_AT_GGZ))
                .when((PersonCommand) register(HANS, SAMIRA_AT_GGZ))
                .nothing();
    }

    @Test
    void rule_18_a_consent_names_recipient_categories_purpose_and_until_when() {
        known().when(give(TODAY, HANS_HIMSELF))
                .then(
                        new ConsentGiven(
                                HANS,
                                CONSENT,
                                DE_SLEUTEL,
                                Set.of(Category.GUIDE),
                                words("doel"),
                                TODAY,
                                HANS_HIMSELF));
    }

    @Test
    void rule_18_a_consent_lasts_until_a_day_to_come_or_until_the_end_of_the_referral() {
        known().when(give(TODAY.minusDays(1), HANS_HIMSELF)).refused(PersonRefusal.A_CONSENT_LASTS);
        known().when(give(TODAY, HANS_HIMSELF)).happened();
        known().when(give(null, HANS_HIMSELF)).happened();
    }

    @Test
    void rule_18_a_consent_is_given_and_withdrawn_in_one_step() {
        known().when(give(null, HANS_HIMSELF))
                .happened()
                .when(withdraw(HANS_HIMSELF))
                .then(new ConsentWithdrawn(HANS, CONSENT, HANS_HIMSELF))
                .when(withdraw(HANS_HIMSELF))
                .nothing();
    }

    @Test
    void rule_18_a_consent_that_was_withdrawn_does_not_come_back_by_itself() {
        consented()
                .when(withdraw(HANS_HIMSELF))
                .happened()
                .when(give(null, HANS_HIMSELF))
                .nothing();
    }

    @Test
    void rule_18_a_consent_is_given_and_withdrawn_by_the_person_or_written_down_as_said_by_her() {
        for (var hers : List.of(HANS_HIMSELF, by(SAMIRA, GGZ, HANS), by(HANS, DE_SLEUTEL, HANS))) {
            known().when(give(null, hers)).happened();
            consented().when(withdraw(hers)).happened();
        }
        for (var notHers :
                List.of(
                        SAMIRA_AT_GGZ,
                        by(SAMIRA, null),
                        by(SAMIRA, null, HANS),
                        by(SAMIRA, GGZ, A_STRANGER),
                        by(HANS, null, A_STRANGER))) {
            known().when(give(null, notHers)).refused(PersonRefusal.A_CONSENT_IS_THE_PERSONS_OWN);
            consented().when(withdraw(notHers)).refused(PersonRefusal.A_CONSENT_IS_THE_PERSONS_OWN);
        }
    }
}

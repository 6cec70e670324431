package nl.schakel.command.person;

import static nl.schakel.command.People.A_THIRD_PARTY;
import static nl.schakel.command.People.BART;
import static nl.schakel.command.People.DE_SLEUTEL;
import static nl.schakel.command.People.GGZ;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.PETER;
import static nl.schakel.command.People.by;
import static nl.schakel.command.People.words;
import static nl.schakel.command.person.PersonStory.HANS_HIMSELF;
import static nl.schakel.command.person.PersonStory.JOKE_AT_DE_SLEUTEL;
import static nl.schakel.command.person.PersonStory.RELEASE;
import static nl.schakel.command.person.PersonStory.SAMIRA_AT_GGZ;
import static nl.schakel.command.person.PersonStory.guided;
import static nl.schakel.command.person.PersonStory.headings;
import static nl.schakel.command.person.PersonStory.known;
import static nl.schakel.command.person.PersonStory.readBack;
import static nl.schakel.command.person.PersonStory.release;
import static nl.schakel.command.person.PersonStory.released;
import static nl.schakel.command.person.PersonStory.write;

import java.util.List;
import java.util.Set;
import nl.schakel.events.person.PersonEvent.GuideReadBack;
import nl.schakel.events.person.PersonEvent.GuideReleased;
import nl.schakel.events.person.PersonEvent.GuideWritten;
import org.junit.jupiter.api.Test;

final class GuideTest {

    @Test
    void rule_15_each_save_is_a_version() {
        known().when(write(SAMIRA_AT_GGZ))
                .then(new GuideWritten(HANS, 1, headings(), SAMIRA_AT_GGZ))
                .when(write(HANS_HIMSELF))
                .then(new GuideWritten(HANS, 2, headings(), HANS_HIMSELF));
    }

    @Test
    void rule_16_the_writing_party_or_the_person_releases_a_version_to_a_party() {
        for (var hand : List.of(SAMIRA_AT_GGZ, by(PETER, GGZ), HANS_HIMSELF)) {
            guided().when(release(1, Set.of(), hand))
                    .then(new GuideReleased(HANS, 1, RELEASE, DE_SLEUTEL, Set.of(), hand));
        }
    }

    @Test
    void rule_16_nobody_outside_passes_a_guide_on_not_even_who_received_it() {
        released(Set.of())
                .when(release(1, Set.of(), JOKE_AT_DE_SLEUTEL))
                .refused(PersonRefusal.ONLY_THE_WRITER_OR_THE_PERSON_RELEASES);
        guided().when(write(HANS_HIMSELF))
                .happened()
                .when(release(2, Set.of(), SAMIRA_AT_GGZ))
                .refused(PersonRefusal.ONLY_THE_WRITER_OR_THE_PERSON_RELEASES);
        guided().when(release(1, Set.of(), by(JOKE, null)))
                .refused(PersonRefusal.ONLY_THE_WRITER_OR_THE_PERSON_RELEASES);
    }

    @Test
    void rule_16_a_release_is_of_one_version() {
        guided().when(release(2, Set.of(), HANS_HIMSELF))
                .refused(PersonRefusal.THIS_VERSION_IS_NOT_WRITTEN);
        released(Set.of())
                .when(write(SAMIRA_AT_GGZ))
                .happened()
                .when(readBack(2, JOKE_AT_DE_SLEUTEL))
                .refused(PersonRefusal.ONLY_WHO_RECEIVED_IT_READS_BACK);
    }

    @Test
    void rule_17_the_receiver_reads_back_in_own_words() {
        released(Set.of())
                .when(readBack(1, JOKE_AT_DE_SLEUTEL))
                .then(new GuideReadBack(HANS, 1, words("begrepen"), JOKE_AT_DE_SLEUTEL));
    }

    @Test
    void rule_17_only_who_received_it_reads_back() {
        for (var other : List.of(SAMIRA_AT_GGZ, by(JOKE, A_THIRD_PARTY), by(JOKE, null))) {
            released(Set.of())
                    .when(readBack(1, other))
                    .refused(PersonRefusal.ONLY_WHO_RECEIVED_IT_READS_BACK);
        }
    }

    @Test
    void rule_17_a_release_to_members_is_read_back_by_those_members() {
        var toBart = released(Set.of(BART));
        toBart.when(readBack(1, by(BART, DE_SLEUTEL))).happened();
        toBart.when(readBack(1, JOKE_AT_DE_SLEUTEL))
                .refused(PersonRefusal.ONLY_WHO_RECEIVED_IT_READS_BACK);
    }
}

package nl.schakel.command.concern;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.by;
import static nl.schakel.command.concern.ConcernStory.REFERRAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.Direction.Side;
import nl.schakel.command.contact.ContactStory;
import nl.schakel.command.desk.Lookups;
import nl.schakel.command.desk.WorkingHours;
import nl.schakel.command.runtime.Hosting;
import nl.schakel.command.runtime.Neighbourhood;
import nl.schakel.command.runtime.Settings.Defaults;
import nl.schakel.events.PersonId;
import nl.schakel.events.concern.Rung;
import nl.schakel.events.concern.Urgency;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule 21: whom a bell rings as things stand in the ledger, and by when she hears it. */
final class BellsTest {

    private final Hosting hosting = new Hosting(TestPostgres.fresh(Room.LEDGER));
    private final Bells bells =
            new Bells(
                    new Lookups(hosting.reader),
                    new WorkingHours(),
                    new Defaults(Duration.ofHours(4), Duration.ofHours(1), Duration.ofHours(1)));

    @AfterEach
    void closed() {
        hosting.close();
    }

    @BothDirections
    void it_rings_at_the_other_side_by_name(Direction direction) {
        Neighbourhood.withReferral(hosting, direction);
        var asking = direction.asking();
        var asked = direction.asked();
        assertThat(people(bells.ladder(HANS, REFERRAL, asked.by(), NOW)))
                .isEqualTo(inOrder(asking, asked));
        assertThat(people(bells.ladder(HANS, null, asking.by(), NOW)))
                .isEqualTo(inOrder(asked, asking));
    }

    @BothDirections
    void for_who_stands_at_neither_side_it_rings_at_the_side_that_asked(Direction direction) {
        Neighbourhood.withReferral(hosting, direction);
        assertThat(people(bells.ladder(HANS, REFERRAL, by(HANS, null), NOW)))
                .isEqualTo(inOrder(direction.asking(), direction.asked()));
    }

    @BothDirections
    void by_phone_the_side_of_who_said_it_counts_not_of_who_wrote_it_down(Direction direction) {
        Neighbourhood.withReferral(hosting, direction);
        var asking = direction.asking();
        var asked = direction.asked();
        var onThePhone = by(asking.substitute(), asking.party(), asked.contact());
        assertThat(people(bells.ladder(HANS, REFERRAL, onThePhone, NOW)))
                .isEqualTo(inOrder(asking, asked));
        var byHans = by(asked.contact(), asked.party(), HANS);
        assertThat(people(bells.ladder(HANS, REFERRAL, byHans, NOW)))
                .isEqualTo(inOrder(asking, asked));
    }

    @BothDirections
    void the_raiser_is_not_rung_for_her_own_concern(Direction direction) {
        Neighbourhood.withReferral(hosting, direction);
        var asking = direction.asking();
        var herself = by(direction.asked().coordinator(), direction.asked().party());
        assertThat(people(bells.ladder(HANS, REFERRAL, herself, NOW)))
                .containsExactly(
                        List.of(asking.contact()),
                        List.of(asking.substitute()),
                        List.of(asking.coordinator()));
    }

    @Test
    void rule_34_who_stands_in_is_rung_as_long_as_the_contact_is_away() {
        var direction = Direction.PROFESSIONAL_TO_INITIATIVE;
        Neighbourhood.withReferral(hosting, direction);
        hosting.send(ContactStory.everything().getFirst());
        var joke = direction.asked().by();
        var away = people(bells.ladder(HANS, REFERRAL, joke, NOW));
        assertThat(away.getFirst()).containsExactly(direction.asking().substitute());
        var back = people(bells.ladder(HANS, REFERRAL, joke, NOW.plus(Duration.ofDays(9))));
        assertThat(back.getFirst()).containsExactly(SAMIRA);
    }

    @BothDirections
    void without_a_referral_it_rings_the_coordinator_where_the_person_is_known(
            Direction direction) {
        Neighbourhood.of(hosting, direction);
        assertThat(people(bells.ladder(HANS, null, direction.asking().by(), NOW)))
                .containsExactly(List.of(direction.asking().coordinator()));
    }

    @Test
    void about_someone_whom_nobody_knows_there_is_nobody_to_ring() {
        assertThat(bells.ladder(A_STRANGER, null, by(A_STRANGER, null), NOW)).isEmpty();
    }

    @Test
    void four_working_hours_or_one_when_it_is_urgent_or_danger() {
        assertThat(bells.heardBefore(Urgency.CONCERN, NOW)).isEqualTo(hoursLater(4));
        assertThat(bells.heardBefore(Urgency.URGENT, NOW)).isEqualTo(hoursLater(1));
        assertThat(bells.heardBefore(Urgency.DANGER, NOW)).isEqualTo(hoursLater(1));
        assertThat(bells.ringAgain(NOW)).isEqualTo(hoursLater(1));
    }

    private static Instant hoursLater(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static List<List<PersonId>> inOrder(Side other, Side own) {
        return List.of(
                List.of(other.contact()),
                List.of(other.substitute()),
                List.of(other.coordinator()),
                List.of(other.coordinator(), own.coordinator()));
    }

    private static List<List<PersonId>> people(List<Rung> ladder) {
        return ladder.stream()
                .map(rung -> rung.contacts().stream().map(contact -> contact.person()).toList())
                .toList();
    }
}

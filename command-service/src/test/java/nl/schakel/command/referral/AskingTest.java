package nl.schakel.command.referral;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.A_THIRD_PARTY;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.by;
import static nl.schakel.command.People.words;
import static nl.schakel.command.referral.ReferralStory.ID;
import static nl.schakel.command.referral.ReferralStory.QUESTION;
import static nl.schakel.command.referral.ReferralStory.TUESDAY;
import static nl.schakel.command.referral.ReferralStory.hansHimself;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.desk.Team;
import nl.schakel.events.PersonId;
import nl.schakel.events.referral.ReferralEvent.NotNowSaid;
import nl.schakel.events.referral.ReferralEvent.PersonSaidYes;
import nl.schakel.events.referral.ReferralEvent.QuestionAnswered;
import nl.schakel.events.referral.ReferralEvent.QuestionAsked;
import nl.schakel.events.referral.ReferralEvent.ReferralAsked;
import nl.schakel.events.referral.ReferralEvent.Welcomed;
import org.junit.jupiter.api.Test;

final class AskingTest {

    @Test
    void rule_1_five_fields_are_mandatory_and_no_more() {
        assertThat(Arrays.stream(ReferralEndpoint.ReferBody.class.getDeclaredFields()))
                .filteredOn(field -> field.isAnnotationPresent(NotNull.class))
                .extracting(AskingTest::inJson)
                .containsExactly("inwoner", "naar", "wens", "contact", "inwonerWeetHiervan");
    }

    @BothDirections
    void rule_1_a_person_with_a_wish_is_referred_and_knows_of_it(Direction direction) {
        var story = new ReferralStory(direction);
        var asking = direction.asking();
        story.nothingYet()
                .when(story.refer())
                .then(
                        new ReferralAsked(
                                ID,
                                HANS,
                                asking.party(),
                                direction.asked().party(),
                                words("wens"),
                                asking.contact(),
                                asking.substitute(),
                                asking.by()));
        story.nothingYet()
                .when(story.unknownToHans())
                .refused(ReferralRefusal.THE_PERSON_KNOWS_OF_THIS);
    }

    @BothDirections
    void rule_3_a_start_needs_the_yes_of_the_receiver_and_the_yes_of_the_person(
            Direction direction) {
        var story = new ReferralStory(direction);
        var welcome = story.welcome(direction.asked().by());
        var asked = story.hasAsked();
        var onlyHans = asked.when(story.yes(hansHimself())).happened();
        var onlyReceiver = asked.when(welcome).happened();
        for (var notYet : Set.of(asked, onlyHans, onlyReceiver)) {
            notYet.when(story.promise(TUESDAY)).refused(ReferralRefusal.A_START_NEEDS_BOTH_YESES);
        }
        onlyHans.when(welcome).happened().when(story.promise(TUESDAY)).happened();
        onlyReceiver
                .when(story.yes(hansHimself()))
                .happened()
                .when(story.promise(TUESDAY))
                .happened();
    }

    @BothDirections
    void rule_3_the_yes_of_the_person_is_given_by_herself_or_written_down_as_said_by_her(
            Direction direction) {
        var story = new ReferralStory(direction);
        for (var side : Set.of(direction.asking(), direction.asked())) {
            var written = by(side.contact(), side.party(), HANS);
            story.hasAsked()
                    .when(story.yes(written))
                    .then(new PersonSaidYes(ID, HANS, written))
                    .when(story.yes(written))
                    .nothing();
        }
        story.hasAsked()
                .when(story.yes(hansHimself()))
                .then(new PersonSaidYes(ID, HANS, hansHimself()));
    }

    @BothDirections
    void rule_3_no_third_party_can_set_either_yes(Direction direction) {
        var story = new ReferralStory(direction);
        var third = by(A_STRANGER, A_THIRD_PARTY);
        for (var somebody :
                Set.of(
                        third,
                        by(A_STRANGER, A_THIRD_PARTY, HANS),
                        by(A_STRANGER, null, HANS),
                        by(HANS, null, A_STRANGER),
                        direction.asking().by(),
                        direction.asked().by())) {
            story.hasAsked()
                    .when(story.yes(somebody))
                    .refused(ReferralRefusal.THE_YES_OF_THE_PERSON_IS_HERS_ALONE);
        }
        for (var somebody : Set.of(third, direction.asking().by(), hansHimself())) {
            story.hasAsked()
                    .when(story.welcome(somebody))
                    .refused(ReferralRefusal.ONLY_THE_RECEIVER_ANSWERS);
        }
    }

    @BothDirections
    void rule_4_the_receiver_may_ask_before_answering_and_the_sender_tells_more(
            Direction direction) {
        var story = new ReferralStory(direction);
        var asking = direction.asking().by();
        var asked = direction.asked().by();
        story.hasAsked()
                .when(story.ask(asked))
                .then(new QuestionAsked(ID, HANS, QUESTION, words("vraag"), asked))
                .when(story.answer(asking))
                .then(new QuestionAnswered(ID, HANS, QUESTION, words("antwoord"), asking))
                .when(story.welcome(asked))
                .happened();
        story.hasAsked().when(story.ask(asking)).refused(ReferralRefusal.ONLY_THE_RECEIVER_ANSWERS);
        story.hasAsked()
                .when(story.ask(asked))
                .happened()
                .when(story.answer(asked))
                .refused(ReferralRefusal.ONLY_THE_SENDER_TELLS_MORE);
    }

    @BothDirections
    void rule_4_the_receiver_may_say_not_now_without_a_reason(Direction direction) {
        var story = new ReferralStory(direction);
        var asked = direction.asked().by();
        story.hasAsked()
                .when(story.notNow(asked))
                .then(new NotNowSaid(ID, HANS, null, asked))
                .when(story.welcome(asked))
                .refused(ReferralRefusal.ALREADY_ANSWERED);
        story.hasAsked()
                .when(story.notNow(direction.asking().by()))
                .refused(ReferralRefusal.ONLY_THE_RECEIVER_ANSWERS);
    }

    @BothDirections
    void rule_7_welcome_names_a_known_contact_and_if_there_is_one_a_substitute(
            Direction direction) {
        var story = new ReferralStory(direction);
        var host = direction.asked();
        story.hasAsked()
                .when(story.welcome(host.by()))
                .then(new Welcomed(ID, HANS, host.contact(), host.substitute(), host.by()));
        story.hasAsked()
                .when(story.welcome(host.contact(), null, host.team(), host.by()))
                .then(new Welcomed(ID, HANS, host.contact(), null, host.by()));
    }

    @BothDirections
    void rule_7_no_open_referral_is_without_a_contact_on_both_sides_who_can_be_reached(
            Direction direction) {
        var story = new ReferralStory(direction);
        var asking = direction.asking();
        var asked = direction.asked();
        for (var contact : Set.of(A_STRANGER, HANS, asked.contact())) {
            story.nothingYet()
                    .when(story.refer(contact, null, asking.team()))
                    .refused(ReferralRefusal.A_KNOWN_CONTACT_CAN_BE_REACHED);
        }
        story.hasAsked()
                .when(story.welcome(asking.contact(), null, asked.team(), asked.by()))
                .refused(ReferralRefusal.A_KNOWN_CONTACT_CAN_BE_REACHED);
        story.nothingYet()
                .when(story.refer(asking.contact(), A_STRANGER, asking.team()))
                .refused(ReferralRefusal.A_KNOWN_CONTACT_CAN_BE_REACHED);
    }

    @BothDirections
    void rule_7_who_is_away_is_reached_through_who_stands_in_or_through_the_substitute(
            Direction direction) {
        var story = new ReferralStory(direction);
        var side = direction.asking();
        var standsIn = away(side, Map.of(side.contact(), side.coordinator()));
        var nobody =
                away(
                        side,
                        Map.of(
                                side.contact(), side.coordinator(),
                                side.coordinator(), side.contact()));
        story.nothingYet().when(story.refer(side.contact(), null, standsIn)).happened();
        story.nothingYet().when(story.refer(side.contact(), side.substitute(), nobody)).happened();
        story.nothingYet()
                .when(story.refer(side.contact(), null, nobody))
                .refused(ReferralRefusal.A_KNOWN_CONTACT_CAN_BE_REACHED);
    }

    private static Team away(Direction.Side side, Map<PersonId, PersonId> standIns) {
        return new Team(side.team().members(), standIns);
    }

    private static String inJson(Field field) {
        return field.getAnnotation(JsonProperty.class).value();
    }
}

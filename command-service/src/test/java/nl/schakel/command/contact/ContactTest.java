package nl.schakel.command.contact;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.PETER;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.contact.ContactStory.EVERYONE;
import static nl.schakel.command.contact.ContactStory.NEXT_WEEK;
import static nl.schakel.command.contact.ContactStory.SAMIRA_AT_GGZ;
import static nl.schakel.command.contact.ContactStory.comeBack;
import static nl.schakel.command.contact.ContactStory.goAway;

import java.util.List;
import java.util.Map;
import nl.schakel.command.Rules;
import nl.schakel.command.desk.Team;
import nl.schakel.events.contact.ContactEvent;
import nl.schakel.events.contact.ContactEvent.CameBack;
import nl.schakel.events.contact.ContactEvent.WentAway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContactTest {

    private static final WentAway AWAY =
            new WentAway(SAMIRA, TODAY, NEXT_WEEK, PETER, SAMIRA_AT_GGZ);

    @Test
    void rule_34_going_away_names_a_substitute_for_that_time() {
        given().when(goAway(TODAY, NEXT_WEEK, PETER, EVERYONE)).then(AWAY);
        given().when(goAway(TODAY, TODAY, PETER, EVERYONE)).happened();
    }

    @Test
    void rule_34_someone_else_who_is_there_stands_in() {
        for (var nobody : List.of(SAMIRA, A_STRANGER)) {
            given().when(goAway(TODAY, NEXT_WEEK, nobody, EVERYONE))
                    .refused(ContactRefusal.SOMEONE_ELSE_WHO_IS_THERE_STANDS_IN);
        }
        var peterIsAway = new Team(EVERYONE.members(), Map.of(PETER, SAMIRA));
        given().when(goAway(TODAY, NEXT_WEEK, PETER, peterIsAway))
                .refused(ContactRefusal.SOMEONE_ELSE_WHO_IS_THERE_STANDS_IN);
    }

    @Test
    void an_absence_that_changes_replaces_the_one_before_and_the_same_one_changes_nothing() {
        given(AWAY).when(goAway(TODAY, NEXT_WEEK, PETER, EVERYONE)).nothing();
        var longer = NEXT_WEEK.plusDays(7);
        given(AWAY)
                .when(goAway(TODAY, longer, PETER, EVERYONE))
                .then(new WentAway(SAMIRA, TODAY, longer, PETER, SAMIRA_AT_GGZ));
    }

    @Test
    void who_was_away_comes_back_once() {
        given(AWAY)
                .when(comeBack())
                .then(new CameBack(SAMIRA, SAMIRA_AT_GGZ))
                .when(comeBack())
                .nothing();
        given().when(comeBack()).nothing();
    }

    /** A new reason does not compile without its way. */
    @ParameterizedTest
    @EnumSource
    void every_reason_to_say_no_can_come_about(ContactRefusal reason) {
        var provoked =
                switch (reason) {
                    case AN_ABSENCE_BEGINS_BEFORE_IT_ENDS ->
                            given().when(goAway(TODAY, TODAY.minusDays(1), PETER, EVERYONE));
                    case SOMEONE_ELSE_WHO_IS_THERE_STANDS_IN ->
                            given().when(goAway(TODAY, NEXT_WEEK, SAMIRA, EVERYONE));
                };
        provoked.refused(reason);
    }

    private static Rules<ContactCommand, ContactEvent, Contact> given(ContactEvent... history) {
        return Rules.given(Contact.RULES, history);
    }
}

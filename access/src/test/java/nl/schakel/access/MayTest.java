package nl.schakel.access;

import static nl.schakel.access.Around.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.events.AccountId;
import nl.schakel.events.party.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may see what; for anyone else it is not there. */
final class MayTest {

    private static final Circle CIRCLE =
            circle(registered(), asked(), yes(), welcomed(), promised());

    static Stream<Arguments> lookers() {
        return Stream.of(
                Arguments.of("Hans himself", herself(HANS), true),
                Arguments.of("the sender", member(SAMIRA, GGZ, Role.CONTACT), true),
                Arguments.of("a colleague of the sender", member(COLLEAGUE, GGZ), true),
                Arguments.of("the receiver", member(JOKE, DE_SLEUTEL, Role.CONTACT), true),
                Arguments.of("who goes along, for herself", herself(COMPANION), true),
                Arguments.of(
                        "who goes along, for a party elsewhere",
                        member(COMPANION, HET_BADHUIS),
                        true),
                Arguments.of("a contact after she left her party", herself(SAMIRA), true),
                Arguments.of(
                        "a party elsewhere",
                        member(COLLEAGUE, HET_BADHUIS, Role.COORDINATOR),
                        false),
                Arguments.of("a neighbour", herself(COLLEAGUE), false),
                Arguments.of(
                        "a member here who acts for a party elsewhere",
                        new Actor(
                                COLLEAGUE,
                                Map.of(
                                        GGZ,
                                        Set.of(Role.CONTACT),
                                        HET_BADHUIS,
                                        Set.of(Role.CONTACT)),
                                HET_BADHUIS,
                                false),
                        false),
                Arguments.of(
                        "a member here who did not choose",
                        new Actor(
                                COLLEAGUE,
                                Map.of(
                                        GGZ,
                                        Set.of(Role.CONTACT),
                                        HET_BADHUIS,
                                        Set.of(Role.CONTACT)),
                                null,
                                false),
                        true),
                Arguments.of(
                        "the functional administrator",
                        Actor.administrator(new AccountId(new UUID(9, 9))),
                        false));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("lookers")
    void a_path_is_there_for_its_own_parties_and_who_it_names(
            String who, Actor actor, boolean there) {
        assertThat(May.see(actor, HANS, CIRCLE)).as(who).isEqualTo(there);
        var ring = ring(asked(), yes(), welcomed(), promised());
        assertThat(May.see(actor, HANS, ring)).as(who).isEqualTo(there);
    }

    @Test
    void a_path_without_facts_is_there_for_nobody_but_the_person() {
        assertThat(May.see(herself(HANS), HANS, Circle.NOBODY)).isTrue();
        assertThat(May.see(member(SAMIRA, GGZ, Role.COORDINATOR), HANS, Circle.NOBODY)).isFalse();
    }

    @Test
    void before_the_question_the_receiver_sees_nothing() {
        var before = circle(registered());
        assertThat(May.see(member(JOKE, DE_SLEUTEL, Role.CONTACT), HANS, before)).isFalse();
        assertThat(May.see(member(SAMIRA, GGZ, Role.CONTACT), HANS, before)).isTrue();
    }

    @Test
    void members_are_brought_in_by_a_coordinator_of_that_party_or_the_administrator() {
        var administrator = Actor.administrator(new AccountId(new UUID(9, 9)));
        var both = Map.of(GGZ, Set.of(Role.COORDINATOR), HET_BADHUIS, Set.of(Role.CONTACT));
        assertThat(May.enrol(administrator, GGZ)).isTrue();
        assertThat(May.enrol(member(SAMIRA, GGZ, Role.COORDINATOR), GGZ)).isTrue();
        assertThat(May.enrol(member(SAMIRA, GGZ, Role.CONTACT), GGZ)).isFalse();
        assertThat(May.enrol(member(SAMIRA, GGZ, Role.COORDINATOR), DE_SLEUTEL)).isFalse();
        assertThat(May.enrol(new Actor(SAMIRA, both, HET_BADHUIS, false), GGZ))
                .as("while she acts for another party")
                .isFalse();
        assertThat(May.enrol(new Actor(SAMIRA, both, null, false), HET_BADHUIS)).isFalse();
    }

    @Test
    void no_and_not_there_cannot_be_told_apart() {
        assertThatCode(() -> May.require(true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> May.require(false))
                .isExactlyInstanceOf(NotThere.class)
                .hasMessage(new NotThere().getMessage())
                .hasNoCause()
                .satisfies(no -> assertThat(no.getStackTrace()).isEmpty());
    }
}

package nl.schakel.access;

import static nl.schakel.access.Around.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.schakel.events.AccountId;
import nl.schakel.events.account.AccountEvent.AccountBound;
import nl.schakel.events.contact.ContactEvent.CameBack;
import nl.schakel.events.contact.ContactEvent.WentAway;
import nl.schakel.events.party.PartyEvent.MemberAdded;
import nl.schakel.events.party.PartyEvent.PartyJoined;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;
import nl.schakel.events.person.Category;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who stands around a person follows from facts, and from nothing else. */
final class CircleTest {

    private static boolean opens(Circle circle) {
        return circle.opensGuide(1, DE_SLEUTEL, JOKE, TODAY);
    }

    /**
     * Rule 16: a release of that version, under a consent that is active at the moment of reading.
     */
    @Nested
    final class A_guide {

        @Test
        void is_read_by_who_wrote_it() {
            assertThat(circle(written(1)).opensGuide(1, GGZ, SAMIRA, TODAY)).isTrue();
            assertThat(circle(written(1)).opensGuide(2, GGZ, SAMIRA, TODAY)).isFalse();
        }

        @Test
        void opens_with_a_release_and_a_consent_and_with_neither_alone() {
            var consent = consented(TODAY, Category.GUIDE);
            assertThat(opens(circle(written(1), released(1), consent))).isTrue();
            assertThat(opens(circle(written(1), consent, released(1)))).isTrue();
            assertThat(opens(circle(written(1), released(1)))).isFalse();
            assertThat(opens(circle(written(1), consent))).isFalse();
        }

        @Test
        void opens_in_the_released_version_only() {
            var circle =
                    circle(written(1), written(2), released(1), consented(TODAY, Category.GUIDE));
            assertThat(circle.opensGuide(1, DE_SLEUTEL, JOKE, TODAY)).isTrue();
            assertThat(circle.opensGuide(2, DE_SLEUTEL, JOKE, TODAY)).isFalse();
        }

        @Test
        void opens_for_the_released_party_only() {
            var circle = circle(written(1), released(1), consented(TODAY, Category.GUIDE));
            assertThat(circle.opensGuide(1, HET_BADHUIS, JOKE, TODAY)).isFalse();
        }

        @Test
        void opens_for_the_named_members_only_when_members_were_named() {
            var consent = consented(TODAY, Category.GUIDE);
            var named = circle(written(1), released(1, JOKE), consent);
            assertThat(named.opensGuide(1, DE_SLEUTEL, JOKE, TODAY)).isTrue();
            assertThat(named.opensGuide(1, DE_SLEUTEL, COLLEAGUE, TODAY)).isFalse();
            assertThat(
                            circle(written(1), released(1), consent)
                                    .opensGuide(1, DE_SLEUTEL, COLLEAGUE, TODAY))
                    .isTrue();
        }

        @Test
        void needs_a_consent_that_is_about_the_guide() {
            assertThat(opens(circle(written(1), released(1), consented(TODAY, Category.REFERRAL))))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, true", "1, true"})
        void is_read_until_and_on_the_last_day(int days, boolean open) {
            var until = TODAY.plusDays(days);
            assertThat(opens(circle(written(1), released(1), consented(until, Category.GUIDE))))
                    .isEqualTo(open);
        }

        @Test
        void closes_when_the_consent_is_withdrawn() {
            assertThat(
                            opens(
                                    circle(
                                            written(1),
                                            released(1),
                                            consented(TODAY, Category.GUIDE),
                                            withdrawn())))
                    .isFalse();
        }

        @Test
        void without_a_last_day_closes_when_the_referral_has_ended() {
            var consent = consented(null, Category.GUIDE);
            assertThat(opens(circle(written(1), released(1), consent))).isTrue();
            assertThat(opens(circle(asked(), written(1), released(1), consent))).isTrue();
            assertThat(opens(circle(asked(), written(1), released(1), consent, notNow())))
                    .isFalse();
        }

        @Test
        void with_a_last_day_outlives_the_referral() {
            var consent = consented(TODAY, Category.GUIDE);
            assertThat(opens(circle(asked(), written(1), released(1), consent, notNow()))).isTrue();
        }
    }

    @Test
    void the_parties_of_a_path_are_who_registered_and_who_referred() {
        assertThat(circle(registered()).parties()).containsExactly(GGZ);
        assertThat(circle(registered(), asked()).parties()).containsExactly(GGZ, DE_SLEUTEL);
        assertThat(Circle.NOBODY.parties()).isEmpty();
    }

    @Test
    void a_referral_starts_with_both_yeses_in_either_order_and_not_before() {
        assertThat(ring(asked()).phase()).isEqualTo(Ring.Phase.ASKED);
        assertThat(ring(asked(), yes()).phase()).isEqualTo(Ring.Phase.ASKED);
        assertThat(ring(asked(), welcomed()).phase()).isEqualTo(Ring.Phase.ASKED);
        assertThat(ring(asked(), yes(), welcomed()).phase()).isEqualTo(Ring.Phase.STARTED);
        assertThat(ring(asked(), welcomed(), yes()).phase()).isEqualTo(Ring.Phase.STARTED);
        assertThat(ring(asked(), yes(), notNow()).phase()).isEqualTo(Ring.Phase.ENDED);
    }

    @Test
    void a_referral_names_its_contacts_on_both_sides_and_who_goes_along() {
        var ring = ring(asked(), yes(), welcomed(), promised());
        assertThat(ring.contactsOf(GGZ)).containsExactly(SAMIRA, PETER);
        assertThat(ring.contactsOf(DE_SLEUTEL)).containsExactly(JOKE, JOKES_SUBSTITUTE);
        assertThat(ring.everyone())
                .containsExactlyInAnyOrder(SAMIRA, PETER, JOKE, JOKES_SUBSTITUTE, COMPANION);
        assertThat(ring.names(COLLEAGUE)).isFalse();
        assertThat(ring(asked()).contactsOf(DE_SLEUTEL)).isEmpty();
        assertThat(ring.across(GGZ)).isEqualTo(DE_SLEUTEL);
        assertThat(ring.across(DE_SLEUTEL)).isEqualTo(GGZ);
        assertThat(ring.across(null)).isEqualTo(GGZ);
    }

    @Test
    void a_referral_that_nobody_asked_for_cannot_go_on() {
        assertThatThrownBy(() -> circle(yes())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, false", "2026-03-02, true", "2026-03-09, true", "2026-03-10, false"})
    void who_is_away_has_a_stand_in_on_the_first_and_the_last_day_too(LocalDate day, boolean away) {
        var went = new WentAway(SAMIRA, TODAY, TODAY.plusDays(7), PETER, by(SAMIRA, GGZ));
        assertThat(circle(went).standIn(day).isPresent()).isEqualTo(away);
        assertThat(circle(went, new CameBack(SAMIRA, by(SAMIRA, GGZ))).standIn(day)).isEmpty();
    }

    @Test
    void a_party_knows_its_members_and_who_stands_in_when_nobody_can_be_reached() {
        var by = by(SAMIRA, GGZ);
        var joined = new PartyJoined(GGZ, PartyKind.PROFESSIONAL, "GGZ", "Breda", by);
        var added = new MemberAdded(GGZ, SAMIRA, Set.of(Role.CONTACT), by);
        var again = new MemberAdded(GGZ, SAMIRA, Set.of(Role.CONTACT, Role.COORDINATOR), by);
        var before = Roster.evolve(Roster.evolve(Roster.UNKNOWN, joined), added);
        assertThat(Roster.UNKNOWN.joined()).isFalse();
        assertThat(before.joined()).isTrue();
        assertThat(before.coordinators()).isEmpty();
        assertThat(Roster.evolve(before, again).coordinators()).containsExactly(SAMIRA);
        assertThat(circle(added).memberships()).containsEntry(GGZ, Set.of(Role.CONTACT));
    }

    @Test
    void a_login_is_bound_to_nobody_until_a_fact_says_so() {
        var account = new AccountId(new UUID(8, 8));
        assertThat(Account.UNBOUND.person()).isNull();
        assertThat(
                        Account.evolve(
                                        Account.UNBOUND,
                                        new AccountBound(account, HANS, by(SAMIRA, GGZ)))
                                .person())
                .isEqualTo(HANS);
    }
}

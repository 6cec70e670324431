package nl.schakel.vault;

import static nl.schakel.vault.Vaults.NOW;
import static nl.schakel.vault.Vaults.READER;
import static nl.schakel.vault.Vaults.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.vault.Opened.Erased;
import nl.schakel.vault.Opened.Plain;
import nl.schakel.vault.Vault.GoneForever;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sealed opens for whom it is about only, and never again once its key is gone. */
final class VaultTest {

    private static final String WISH = "Weer ergens nodig zijn: \u00eb \ud83c\udf3b \u202e";
    private static final String SCOPE = Scopes.of(new ReferralId(new UUID(3, 3)));
    private static final Identity HANS =
            new Identity(
                    "Hans de Wit",
                    "Hans",
                    LocalDate.parse("1973-05-04"),
                    "06 12345678",
                    "hans@voorbeeld.nl",
                    "Haagse Beemden",
                    "liever niet bellen voor tien uur");

    private final Vaults vaults = new Vaults();
    private final Vault vault = vaults.vault;
    private final PersonId person = someone();

    @AfterEach
    void close() {
        vaults.close();
    }

    @Test
    void a_text_comes_back_as_it_was_given_and_stands_nowhere_in_the_clear() {
        var sealed = vault.seal(person, SCOPE, "wens", WISH, NOW);
        assertThat(opened(sealed)).isEqualTo(new Plain(WISH));
        assertThat(sealed.toString()).doesNotContain("nodig");
        assertThat(vault.seal(person, SCOPE, "wens", WISH, NOW).cipher())
                .as("the same words look different each time")
                .isNotEqualTo(sealed.cipher());
    }

    @Test
    void a_cipher_in_the_place_of_another_is_refused() {
        var other = someone();
        var sealed = vault.seal(person, SCOPE, "wens", WISH, NOW);
        vault.seal(other, SCOPE, "wens", "iets anders", NOW);
        vault.seal(person, Scopes.IDENTITY, "wens", "nog iets", NOW);
        var cipher = sealed.cipher();
        assertThat(
                        List.of(
                                new Sealed(other, SCOPE, "wens", cipher),
                                new Sealed(person, Scopes.IDENTITY, "wens", cipher),
                                new Sealed(person, SCOPE, "zorg", cipher),
                                new Sealed(person, SCOPE, "wens", flipped(cipher))))
                .allSatisfy(
                        swapped ->
                                assertThatThrownBy(() -> opened(swapped))
                                        .isInstanceOf(IllegalStateException.class)
                                        .hasMessage("sealed under another key, or changed"));
    }

    @Test
    void a_key_that_is_carried_over_with_its_cipher_is_refused() {
        var other = someone();
        var cipher = vault.seal(person, SCOPE, "wens", WISH, NOW).cipher();
        vault.seal(other, SCOPE, "wens", "iets anders", NOW);
        vault.seal(person, Scopes.IDENTITY, "wens", "nog iets", NOW);
        vaults.superuser
                .sql(
                        """
                        UPDATE vault.key SET wrapped =
                            (SELECT wrapped FROM vault.key WHERE person = ? AND scope = ?)
                        """)
                .params(person.value(), SCOPE)
                .update();
        assertThat(opened(new Sealed(person, SCOPE, "wens", cipher))).isEqualTo(new Plain(WISH));
        assertThat(
                        List.of(
                                new Sealed(other, SCOPE, "wens", cipher),
                                new Sealed(person, Scopes.IDENTITY, "wens", cipher)))
                .allSatisfy(
                        carried ->
                                assertThatThrownBy(() -> opened(carried))
                                        .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void an_identity_comes_back_whole_and_stands_nowhere_in_the_clear() {
        vault.remember(person, HANS, NOW);
        assertThat(vault.identities(List.of(person), READER, NOW)).isEqualTo(Map.of(person, HANS));
        var stored =
                vaults.superuser
                        .sql("SELECT fields::text FROM vault.identity")
                        .query((row, _) -> row.getString(1))
                        .single();
        assertThat(stored)
                .contains("veiligContact")
                .doesNotContain(
                        "Hans", "Wit", "1973", "12345678", "voorbeeld", "Beemden", "bellen");
    }

    @Test
    void what_was_not_told_stays_untold_and_a_second_time_replaces_the_first() {
        vault.remember(person, HANS, NOW);
        var less = new Identity("Hans", "Hans", null, null, null, null);
        vault.remember(person, less, NOW);
        assertThat(vault.identities(List.of(person), READER, NOW)).isEqualTo(Map.of(person, less));
    }

    @Test
    void an_identity_says_nothing_when_it_is_written_down_by_accident() {
        assertThat(HANS.toString()).isEqualTo("Identity[sealed]");
    }

    @Test
    void one_referral_can_be_forgotten_while_the_person_stays() {
        vault.remember(person, HANS, NOW);
        var guide = vault.seal(person, Scopes.IDENTITY, "kopje", "ochtenden", NOW);
        var wish = vault.seal(person, SCOPE, "wens", WISH, NOW);
        vault.destroy(person, SCOPE, NOW);
        assertThat(vault.open(List.of(guide, wish), READER, NOW))
                .isEqualTo(Map.of(guide, new Plain("ochtenden"), wish, new Erased()));
        assertThat(vault.identities(List.of(person), READER, NOW)).containsKey(person);
        assertThat(vaults.number("SELECT count(*) FROM vault.key WHERE wrapped IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void a_person_can_be_forgotten() {
        vault.remember(person, HANS, NOW);
        var guide = vault.seal(person, Scopes.IDENTITY, "kopje", "ochtenden", NOW);
        vault.destroy(person, Scopes.IDENTITY, NOW);
        assertThat(opened(guide)).isEqualTo(new Erased());
        assertThat(vault.identities(List.of(person), READER, NOW)).isEmpty();
        assertThat(vaults.number("SELECT count(*) FROM vault.identity")).isZero();
        vault.destroy(person, Scopes.IDENTITY, NOW.plusSeconds(9));
        assertThat(
                        vaults.number(
                                "SELECT count(*) FROM vault.key WHERE destroyed_at = '"
                                        + NOW
                                        + "'"))
                .as("destroying twice changes nothing")
                .isEqualTo(1);
    }

    @Test
    void nothing_can_be_sealed_after_a_key_was_destroyed() {
        vault.remember(person, HANS, NOW);
        vault.destroy(person, Scopes.IDENTITY, NOW);
        assertThatThrownBy(() -> vault.seal(person, Scopes.IDENTITY, "kopje", "x", NOW))
                .isInstanceOf(GoneForever.class);
        assertThatThrownBy(() -> vault.remember(person, HANS, NOW)).isInstanceOf(GoneForever.class);
        assertThat(opened(vault.seal(person, SCOPE, "wens", WISH, NOW))).isEqualTo(new Plain(WISH));
    }

    @Test
    void many_who_seal_first_at_once_share_one_key() throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    IntStream.range(0, 16)
                            .<Callable<Sealed>>mapToObj(
                                    i -> () -> vault.seal(person, SCOPE, "wens", "w" + i, NOW))
                            .toList();
            var sealed = hands.invokeAll(tasks).stream().map(task -> task.resultNow()).toList();
            assertThat(vault.open(sealed, READER, NOW).values())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 16).mapToObj(i -> new Plain("w" + i)).toList());
        }
    }

    @Test
    void a_mark_is_the_same_for_the_same_and_for_nothing_else() {
        assertThat(vault.mark("account", "ab", "c"))
                .hasSize(32)
                .isEqualTo(vault.mark("account", "ab", "c"))
                .isNotEqualTo(vault.mark("account", "a", "bc"))
                .isNotEqualTo(vault.mark("account", "abc"))
                .isNotEqualTo(vault.mark("other", "ab", "c"))
                .isNotEqualTo(vaults.under(Vaults.masterKey()).mark("account", "ab", "c"));
    }

    @Test
    void a_mark_of_a_request_is_worth_nothing_once_the_person_is_forgotten() {
        vault.remember(person, HANS, NOW);
        var mark = vault.requestMark(person, "the request");
        assertThat(mark)
                .hasSize(32)
                .isEqualTo(vault.requestMark(person, "the request"))
                .isNotEqualTo(vault.requestMark(person, "another"))
                .isNotEqualTo(vault.requestMark(someone(), "the request"));
        vault.destroy(person, Scopes.IDENTITY, NOW);
        assertThat(vault.requestMark(person, "the request")).isNotEqualTo(mark);
    }

    @Test
    void a_master_key_of_another_database_is_recognised() {
        var stranger = vaults.under(Vaults.masterKey());
        assertThat(vault.recognises()).isTrue();
        assertThat(stranger.recognises()).isFalse();
        assertThat(vault.recognises()).isTrue();
    }

    private Opened opened(Sealed sealed) {
        return vault.open(List.of(sealed), READER, NOW).getOrDefault(sealed, new Erased());
    }

    private static String flipped(String cipher) {
        var bytes = cipher.getBytes(StandardCharsets.US_ASCII);
        bytes[20] = bytes[20] == 'A' ? (byte) 'B' : (byte) 'A';
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}

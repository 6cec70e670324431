package nl.schakel.vault;

import static nl.schakel.vault.Vaults.NOW;
import static nl.schakel.vault.Vaults.READER;
import static nl.schakel.vault.Vaults.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import nl.schakel.events.PersonId;
import nl.schakel.vault.Opened.Erased;
import nl.schakel.vault.Opened.Plain;
import nl.schakel.vault.Vault.GoneForever;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was erased stays erased, also when an older database is put back. */
final class ErasureTest {

    private static final Identity HANS = new Identity("Hans", "Hans", null, null, null, "Breda");

    private final Vaults vaults = new Vaults();
    private final Vault vault = vaults.vault;
    private final PersonId person = someone();

    @AfterEach
    void close() {
        vaults.close();
    }

    @Test
    void what_an_older_database_brings_back_is_destroyed_again() {
        vault.remember(person, HANS, NOW);
        var guide = vault.seal(person, Scopes.IDENTITY, "kopje", "ochtenden", NOW);
        asItIsNow();
        vault.destroy(person, Scopes.IDENTITY, NOW);
        asItWas();
        assertThat(vault.open(List.of(guide), READER, NOW))
                .as("a control")
                .containsEntry(guide, new Plain("ochtenden"));

        assertThat(vault.destroyAgain()).isEqualTo(1);
        assertThat(vault.open(List.of(guide), READER, NOW)).containsEntry(guide, new Erased());
        assertThat(vault.identities(List.of(person), READER, NOW)).isEmpty();
        assertThat(vaults.number("SELECT count(*) FROM vault.identity")).isZero();
        assertThat(vault.destroyAgain()).as("nothing came back").isZero();
    }

    @Test
    void what_another_process_seals_with_a_key_it_still_remembers_opens_for_nobody() {
        var other = vaults.under(vaults.master);
        other.seal(person, Scopes.IDENTITY, "kopje", "ochtenden", NOW);
        vault.destroy(person, Scopes.IDENTITY, NOW);
        var late = other.seal(person, Scopes.IDENTITY, "kopje", "middagen", NOW);
        assertThat(vault.open(List.of(late), READER, NOW)).containsEntry(late, new Erased());
        assertThat(other.open(List.of(late), READER, NOW)).containsEntry(late, new Erased());
    }

    @Test
    void what_the_older_database_did_not_know_yet_cannot_be_made_again() {
        asItIsNow();
        vault.remember(person, HANS, NOW);
        vault.destroy(person, Scopes.IDENTITY, NOW);
        asItWas();
        vault.destroyAgain();
        assertThatThrownBy(() -> vault.remember(person, HANS, NOW)).isInstanceOf(GoneForever.class);
    }

    @Test
    void a_list_that_was_lost_is_written_again_from_the_database() throws Exception {
        vault.remember(person, HANS, NOW);
        asItIsNow();
        vault.destroy(person, Scopes.IDENTITY, NOW);
        Files.delete(vaults.erased);
        vault.destroyAgain();
        asItWas();
        assertThat(vault.destroyAgain()).isEqualTo(1);
    }

    @Test
    void it_is_in_the_list_before_it_is_answered_and_nothing_is_destroyed_without()
            throws Exception {
        vault.remember(person, HANS, NOW);
        Files.createDirectory(vaults.erased);
        assertThatThrownBy(() -> vault.destroy(person, Scopes.IDENTITY, NOW))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(vault.identities(List.of(person), READER, NOW)).containsKey(person);
    }

    @Test
    void a_line_that_was_not_written_here_is_not_trusted() throws Exception {
        vault.destroy(person, Scopes.IDENTITY, NOW);
        var line = Files.readString(vaults.erased);
        Files.writeString(
                vaults.erased,
                line.replace(person.value().toString(), someone().value().toString()));
        assertThatThrownBy(vault::destroyAgain).hasMessageContaining("was not written here");
    }

    @Test
    void a_line_that_was_half_written_was_never_answered_and_is_cut_off() throws Exception {
        vault.destroy(person, Scopes.IDENTITY, NOW);
        var whole = Files.readString(vaults.erased);
        Files.writeString(vaults.erased, whole.substring(0, 50), StandardOpenOption.APPEND);
        assertThat(vault.destroyAgain()).isZero();
        vault.destroy(someone(), Scopes.IDENTITY, NOW);
        assertThat(Files.readString(vaults.erased)).startsWith(whole).hasLineCount(2);
    }

    private void asItIsNow() {
        vaults.superuser.sql("CREATE TABLE older_key AS TABLE vault.key").update();
        vaults.superuser.sql("CREATE TABLE older_identity AS TABLE vault.identity").update();
    }

    private void asItWas() {
        vaults.superuser.sql("TRUNCATE vault.key, vault.identity").update();
        vaults.superuser.sql("INSERT INTO vault.key TABLE older_key").update();
        vaults.superuser.sql("INSERT INTO vault.identity TABLE older_identity").update();
    }
}

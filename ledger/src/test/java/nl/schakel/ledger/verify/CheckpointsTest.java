package nl.schakel.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Checkpoint.Kind;
import nl.schakel.ledger.evidence.SealingKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints hold each other, and what an auditor remembers holds them. */
final class CheckpointsTest {

    @TempDir private Path folder = Path.of("");
    private @Nullable SealedLedger made;

    @BeforeEach
    void three_checkpoints() throws IOException {
        made = new SealedLedger(folder.resolve("evidence"));
        for (int i = 0; i < 3; i++) {
            ledger().grow(5);
        }
    }

    @AfterEach
    void close() {
        ledger().close();
    }

    @Test
    void what_is_younger_than_the_last_checkpoint_is_said_to_be_not_yet_sealed() throws Exception {
        ledger().append(0, null, Appending.registered(Appending.someone()));
        assertThat(verify(null).younger()).isEqualTo(1);
        assertThat(verify(null).sealed()).isEqualTo(15);
    }

    @Test
    void a_checkpoint_taken_away_is_found() throws Exception {
        var lines = lines();
        lines.remove(1);
        write(lines);
        red("does not follow");
    }

    @Test
    void the_last_checkpoint_taken_away_is_found_by_whoever_saw_it() throws Exception {
        var seen = verify(null).last();
        var lines = lines();
        lines.removeLast();
        write(lines);
        assertThat(verify(null).sealed()).isEqualTo(10);
        assertThatThrownBy(() -> verify(seen)).hasMessageContaining("trusted before");
    }

    @Test
    void two_auditors_who_were_shown_two_histories_find_out_by_what_they_remember()
            throws Exception {
        var seen = verify(null).last();
        try (var other = new SealedLedger(folder.resolve("other"))) {
            other.grow(5);
            try (var connection = TestPostgres.asSuperuser(other.database)) {
                connection.setAutoCommit(false);
                assertThatThrownBy(() -> other.verify(connection, seen, true))
                        .hasMessageContaining("trusted before");
            }
        }
    }

    @Test
    void a_checkpoint_signed_by_another_key_is_none() throws Exception {
        SealingKey.make(folder.resolve("mine"), folder.resolve("mine.pub"));
        var lines = lines();
        var last = Checkpoint.parse(lines.removeLast());
        lines.add(
                Checkpoint.sign(
                                last.kind(),
                                last.size(),
                                last.root(),
                                last.at(),
                                last.previous(),
                                SealingKey.read(folder.resolve("mine")))
                        .line());
        write(lines);
        red("not signed by this key");
    }

    @Test
    void a_signature_that_is_written_otherwise_is_none() throws Exception {
        var lines = lines();
        var last = lines.removeLast();
        int signature = last.lastIndexOf(' ') + 1;
        var upper =
                last.substring(0, signature) + last.substring(signature).toUpperCase(Locale.ROOT);
        for (var otherwise : List.of(upper, last + "zz", last + " ", last.replace(" ", "  "))) {
            lines.add(otherwise);
            write(lines);
            red("a line is no checkpoint");
            lines.removeLast();
        }
    }

    @Test
    void what_is_sealed_covers_no_less_than_before_also_where_it_is_gone() throws Exception {
        var lines = lines();
        var five = Checkpoint.parse(lines.getFirst());
        for (var more : List.of(Kind.SEALED, Kind.RESTORED)) {
            var before = Checkpoint.parse(lines.getLast());
            int size = more == Kind.SEALED ? 8 : 5;
            var key = SealingKey.read(folder.resolve("evidence/seal.key"));
            var at = before.at().plusSeconds(1);
            lines.add(Checkpoint.sign(more, size, five.root(), at, before.hash(), key).line());
        }
        write(lines);
        red("position 9: a checkpoint covers less than the one before");
    }

    @Test
    void a_line_that_was_half_written_is_cut_off_and_sealing_goes_on() throws Exception {
        var file = folder.resolve("evidence/checkpoints");
        Files.writeString(file, Files.readString(file) + "sealed 16 ab");
        ledger().grow(2);
        assertThat(verify(null).sealed()).isEqualTo(17);
    }

    @Test
    void what_is_sealed_while_an_auditor_reads_is_no_false_alarm() throws Exception {
        var file = folder.resolve("evidence/checkpoints");
        Files.writeString(file, Files.readString(file) + "sealed 16 ab");
        var begun = ledger().evidence.checkpoints().now();
        ledger().grow(5);
        try (var lines = begun.open()) {
            assertThat(lines.lines()).hasSize(3).allMatch(line -> Checkpoint.parse(line) != null);
        }
    }

    @Test
    void a_tree_that_got_further_than_the_checkpoints_is_cut_back() throws Exception {
        var lines = lines();
        lines.removeLast();
        write(lines);
        ledger().grow(2);
        assertThat(verify(null).sealed()).isEqualTo(17);
    }

    @Test
    void a_lost_tree_is_made_again_from_the_ledger() throws Exception {
        Files.delete(ledger().evidence.tree());
        ledger().grow(2);
        assertThat(verify(null).sealed()).isEqualTo(17);
    }

    @Test
    void a_ledger_that_was_cut_short_is_never_sealed_again() throws Exception {
        try (var connection = ledger().unguarded();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM ledger.fact WHERE position > 12");
            connection.commit();
        }
        assertThat(ledger().evidence.wrong(ledger().appending.source()))
                .hasValueSatisfying(
                        s -> assertThat(s).contains("ends at position 12, but 15 were sealed"));
        for (int i = 0; i < 4; i++) {
            ledger().append(0, null, Appending.registered(Appending.someone()));
        }
        assertThat(ledger().evidence.wrong(ledger().appending.source()))
                .hasValueSatisfying(s -> assertThat(s).contains("Position 15 is not the fact"));
        try (var sealer = ledger().sealer()) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (sealer.sound() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(sealer.sound()).isFalse();
        }
        assertThat(ledger().sealed()).isEqualTo(15);
    }

    @Test
    void of_two_sealers_one_seals() throws Exception {
        try (var _ = ledger().sealer();
                var _ = ledger().sealer()) {
            for (int i = 0; i < 5; i++) {
                ledger().append(0, null, Appending.registered(Appending.someone()));
                ledger().sealUpTo(16 + i);
            }
        }
        assertThat(verify(null).sealed()).isEqualTo(20);
    }

    @Test
    void nothing_false_is_said_after_a_full_vacuum() throws Exception {
        TestPostgres.superuser(ledger().database).sql("VACUUM FULL ledger.fact").update();
        ledger().grow(3);
        assertThat(verify(null).sealed()).isEqualTo(18);
    }

    /** In the eyes of both verifiers, and at the same position. */
    private void red(String sentence) throws Exception {
        var wrong = catchThrowableOfType(Verifier.Wrong.class, () -> verify(null));
        assertThat(wrong).hasMessageContaining(sentence);
        if (SecondVerifier.here()) {
            try (var connection = ledger().database.alone("verify")) {
                assertThat(SecondVerifier.says(connection, ledger().evidence))
                        .isEqualTo("RED  " + wrong.getMessage());
            }
        }
    }

    private Verifier.Finding verify(@Nullable Checkpoint trusted) throws Exception {
        try (var connection = ledger().database.alone("verify")) {
            connection.setAutoCommit(false);
            return ledger().verify(connection, trusted, true);
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve("evidence/checkpoints")));
    }

    private void write(List<String> lines) throws IOException {
        Files.write(folder.resolve("evidence/checkpoints"), lines);
    }

    private SealedLedger ledger() {
        return Objects.requireNonNull(made);
    }
}

package nl.schakel.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Objects;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Restoration;
import nl.schakel.ledger.evidence.SealingKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older state is put back with a signature, and whoever saw a newer one is told. */
final class RestoredTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

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
    void after_the_signature_it_serves_and_seals_again_and_the_auditor_is_told() throws Exception {
        var seen = verify(null).last();
        sql("DELETE FROM ledger.fact WHERE position > 12");
        assertThat(ledger().evidence.wrong(ledger().appending.source())).isPresent();

        assertThat(admit().size()).isEqualTo(12);
        assertThat(ledger().evidence.wrong(ledger().appending.source())).isEmpty();
        assertThat(verify(seen).back()).isNotNull();
        ledger().grow(5);
        var found = verify(seen);
        assertThat(found.sealed()).isEqualTo(17);
        assertThat(found.restored()).isEqualTo(1);
        assertThat(Objects.requireNonNull(found.back()).size()).isEqualTo(12);
        assertThat(verify(found.last()).back()).as("she knows it now").isNull();
        if (SecondVerifier.here()) {
            try (var connection = reading()) {
                assertThat(SecondVerifier.says(connection, ledger().evidence))
                        .isEqualTo(
                                """
                                GREEN  sealed up to position 17
                                       older states put back, and admitted: 1""");
            }
        }
    }

    @Test
    void without_that_signature_the_ledger_is_red() throws Exception {
        sql("DELETE FROM ledger.fact WHERE position > 12");
        var line = admit().line();
        var file = folder.resolve("evidence/checkpoints");
        var said = line.replace("restored", "sealed");
        Files.writeString(file, Files.readString(file).replace(line, said));
        assertThatThrownBy(() -> verify(null)).hasMessageContaining("ends before what was sealed");
    }

    @Test
    void an_admission_that_the_log_did_not_sign_is_none() throws Exception {
        sql("DELETE FROM ledger.fact WHERE position > 12");
        SealingKey.make(folder.resolve("mine"), folder.resolve("mine.pub"));
        admit(folder.resolve("mine"));
        assertThat(ledger().evidence.wrong(ledger().appending.source()))
                .hasValueSatisfying(
                        s -> assertThat(s).endsWith("was not signed by the key of the log."));
        assertThatThrownBy(() -> verify(null)).hasMessageContaining("not signed by this key");
    }

    @Test
    void for_a_fact_that_was_changed_nobody_signs() throws Exception {
        sql("UPDATE ledger.fact SET hash = sha256(hash) WHERE position = 12");
        sql("DELETE FROM ledger.fact WHERE position > 12");
        assertThatThrownBy(this::admit).hasMessage("Position 12 is not the fact that was sealed.");
        assertThat(ledger().sealed()).isEqualTo(15);
    }

    @Test
    void an_older_state_may_be_put_back_again_and_again() throws Exception {
        sql("DELETE FROM ledger.fact WHERE position > 12");
        admit();
        ledger().grow(3);
        sql("DELETE FROM ledger.fact WHERE position > 7");
        admit();
        ledger().grow(1);
        assertThat(verify(null).restored()).isEqualTo(2);
        assertThat(verify(null).sealed()).isEqualTo(8);
    }

    private Checkpoint admit() throws Exception {
        return admit(folder.resolve("evidence/seal.key"));
    }

    private Checkpoint admit(Path key) throws Exception {
        try (var connection = reading()) {
            return Restoration.admit(connection, ledger().evidence, SealingKey.read(key), NOW);
        }
    }

    private void sql(String sql) throws Exception {
        try (var connection = TestPostgres.asSuperuser(ledger().database);
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE ledger.fact DISABLE TRIGGER ALL");
            statement.execute(sql);
        }
    }

    private Verifier.Finding verify(@Nullable Checkpoint trusted) throws Exception {
        try (var connection = reading()) {
            return ledger().verify(connection, trusted, true);
        }
    }

    private Connection reading() throws Exception {
        var connection = ledger().database.alone("verify");
        connection.setAutoCommit(false);
        return connection;
    }

    private SealedLedger ledger() {
        return Objects.requireNonNull(made);
    }
}

package nl.schakel.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Lines;
import nl.schakel.ledger.evidence.SealingKey;
import nl.schakel.ledger.witness.Courier;
import nl.schakel.ledger.witness.Witness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A second pair of eyes: what a witness signed for can be rewritten by nobody, key or no key. */
@Timeout(120)
final class WitnessedTest {

    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder = Path.of("");
    private @Nullable SealedLedger made;
    private @Nullable Witness running;
    private String said = "";

    @BeforeEach
    void a_ledger_and_a_witness() throws IOException {
        made = new SealedLedger(folder.resolve("evidence"));
        running =
                Witness.start(
                        folder.resolve("witness"),
                        ledger().evidence.publicKey(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Clock.systemUTC());
        Files.copy(witness().publicKey(), ledger().evidence.witnessKey());
    }

    @AfterEach
    void close() {
        witness().close();
        ledger().close();
    }

    @Test
    void two_processes_seal_and_show_and_all_is_signed_for_once() throws Exception {
        try (var _ = ledger().sealer();
                var _ = ledger().sealer();
                var one = courier();
                var other = courier()) {
            for (int i = 1; i <= 8; i++) {
                ledger().append(0, null, Appending.registered(Appending.someone()));
                witnessed(i);
            }
            assertThat(List.of(one.refused(), other.refused())).containsOnly("");
        }
        var lines = Files.readAllLines(ledger().evidence.witnessed());
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines).isEqualTo(Files.readAllLines(folder.resolve("witness/witnessed")));
        green("GREEN  sealed up to position 8 at ", "       witnessed up to position 8 at ");
    }

    @Test
    void a_witness_that_is_away_does_not_stop_the_sealing() throws Exception {
        witness().close();
        try (var courier = courier()) {
            ledger().grow(5);
            until(() -> courier.behind() == 5);
            assertThat(courier.refused()).isEmpty();
        }
        assertThat(ledger().sealed()).isEqualTo(5);
    }

    @Test
    void a_checkpoint_that_the_witness_signed_for_and_that_was_taken_away_is_red()
            throws Exception {
        ledger().grow(3);
        var before = Files.readString(checkpoints());
        show(3);
        ledger().grow(2);
        show(5);
        Files.writeString(checkpoints(), before);
        red("position 5: a checkpoint that the witness signed for is not there");
    }

    @Test
    void a_ledger_that_was_written_and_sealed_again_with_the_key_of_the_log_is_red()
            throws Exception {
        ledger().grow(3);
        show(3);
        var others = Files.createDirectories(folder.resolve("elders"));
        Files.move(checkpoints(), others.resolve("checkpoints"));
        Files.move(ledger().evidence.tree(), others.resolve("tree"));
        ledger().grow(2);
        assertThat(verify(false)).as("without the witness").isEqualTo(Verify.GREEN);
        red("position 3: a checkpoint that the witness signed for is not there");
    }

    @Test
    void a_line_that_another_key_signed_is_red() throws Exception {
        ledger().grow(3);
        show(3);
        var file = ledger().evidence.witnessed();
        var right = Cosigned.parse(Files.readString(file).strip());
        var mine = SealingKey.read(folder.resolve("evidence/seal.key"));
        var wrong = Cosigned.sign(right.checkpoint(), right.at(), mine);
        Files.writeString(file, wrong.line() + "\n");
        red("position 1: a line of the witness was not signed by its key");
    }

    @Test
    void what_is_half_written_is_not_held_against_it() throws Exception {
        ledger().grow(3);
        show(3);
        var line = Files.readString(ledger().evidence.witnessed());
        Files.writeString(ledger().evidence.witnessed(), line + "witnessed 2026");
        green("GREEN  sealed up to position 3 at ", "       witnessed up to position 3 at ");
    }

    @Test
    void the_file_goes_with_the_key() {
        assertThat(
                        run(
                                "--database",
                                "x",
                                "--password-file",
                                "x",
                                "--checkpoints",
                                "x",
                                "--key",
                                "x",
                                "--witnessed",
                                "x"))
                .isEqualTo(Verify.CANNOT_TELL);
        assertThat(said).contains("usage: ");
    }

    private void show(long position) throws Exception {
        try (var _ = courier()) {
            witnessed(position);
        }
    }

    private void witnessed(long position) throws Exception {
        var kept = new Lines(ledger().evidence.witnessed());
        until(
                () ->
                        kept.last().map(Cosigned::parse).stream()
                                .anyMatch(c -> c.checkpoint().size() >= position));
    }

    private static void until(Callable<Boolean> so) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(OFTEN.toNanos());
        }
    }

    private Courier courier() {
        var address = URI.create("http://127.0.0.1:" + witness().port());
        return new Courier(ledger().evidence, address, OFTEN, new SimpleMeterRegistry());
    }

    private void green(String... lines) throws Exception {
        assertThat(verify(true)).as(said).isEqualTo(Verify.GREEN);
        var all = said.lines().toList();
        assertThat(all).hasSameSizeAs(lines);
        for (int i = 0; i < lines.length; i++) {
            assertThat(all.get(i)).startsWith(lines[i]);
        }
        theSecondVerifierSays(said.replaceFirst("(position \\d+) at \\S+", "$1").strip());
    }

    private void red(String what) throws Exception {
        assertThat(verify(true)).as(said).isEqualTo(Verify.RED);
        assertThat(said.strip()).isEqualTo("RED  " + what);
        theSecondVerifierSays("RED  " + what);
    }

    private void theSecondVerifierSays(String what) throws Exception {
        if (SecondVerifier.here()) {
            try (var connection = ledger().database.alone("verify")) {
                connection.setAutoCommit(false);
                var evidence = ledger().evidence;
                assertThat(
                                SecondVerifier.says(
                                        connection,
                                        evidence,
                                        "",
                                        evidence.witnessed().toString(),
                                        evidence.witnessKey().toString()))
                        .isEqualTo(what);
            }
        }
    }

    private int verify(boolean witnessed) throws IOException {
        var password = folder.resolve("password");
        Files.writeString(
                password, ledger().database.passwords().getOrDefault("verify", "") + "\n");
        var evidence = ledger().evidence;
        var all =
                new ArrayList<>(
                        List.of(
                                "--database", ledger().database.url(),
                                "--password-file", password.toString(),
                                "--checkpoints", checkpoints().toString(),
                                "--key", evidence.publicKey().toString()));
        if (witnessed) {
            all.addAll(List.of("--witnessed", evidence.witnessed().toString()));
            all.addAll(List.of("--witness-key", evidence.witnessKey().toString()));
        }
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Path checkpoints() {
        return ledger().evidence.folder().resolve("checkpoints");
    }

    private SealedLedger ledger() {
        return Objects.requireNonNull(made);
    }

    private Witness witness() {
        return Objects.requireNonNull(running);
    }
}

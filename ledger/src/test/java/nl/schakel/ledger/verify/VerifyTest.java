package nl.schakel.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the auditor: what it says, what it remembers, and the code with which it ends. */
final class VerifyTest {

    @TempDir private Path folder = Path.of("");

    private String said = "";

    @Test
    void green_is_0_and_remembered_and_goes_on_from_there() throws Exception {
        try (var ledger = new SealedLedger(folder.resolve("evidence"))) {
            ledger.grow(5);
            assertThat(verify(ledger)).isEqualTo(Verify.GREEN);
            assertThat(said).startsWith("GREEN  sealed up to position 5 at ");
            ledger.grow(5);
            assertThat(verify(ledger)).isEqualTo(Verify.GREEN);
            assertThat(Files.readString(folder.resolve("memory"))).startsWith("sealed 10 ");
        }
    }

    @Test
    void red_is_1_with_the_first_position_and_nothing_of_it_is_remembered() throws Exception {
        try (var ledger = new SealedLedger(folder.resolve("evidence"))) {
            ledger.grow(5);
            try (var connection = ledger.unguarded();
                    var statement = connection.createStatement()) {
                statement.execute("DELETE FROM ledger.fact WHERE position = 3");
                connection.commit();
            }
            assertThat(verify(ledger)).isEqualTo(Verify.RED);
            assertThat(said.strip()).isEqualTo("RED  position 3: no fact stands here");
            assertThat(folder.resolve("memory")).doesNotExist();
        }
    }

    @Test
    void what_it_remembers_must_be_there_still() throws Exception {
        try (var ledger = new SealedLedger(folder.resolve("evidence"))) {
            ledger.grow(5);
            var file = folder.resolve("evidence/checkpoints");
            var before = Files.readString(file);
            ledger.grow(5);
            assertThat(verify(ledger)).isEqualTo(Verify.GREEN);
            Files.writeString(file, before);
            assertThat(verify(ledger)).isEqualTo(Verify.RED);
            assertThat(said.strip())
                    .isEqualTo(
                            "RED  position 10: a checkpoint that was trusted before is not there any more");
            assertThat(Files.readString(folder.resolve("memory"))).startsWith("sealed 10 ");
        }
    }

    @Test
    void what_cannot_be_read_is_2_and_never_green() throws Exception {
        try (var ledger = new SealedLedger(folder.resolve("evidence"))) {
            ledger.grow(1);
            Files.delete(ledger.evidence.publicKey());
            assertThat(verify(ledger)).isEqualTo(Verify.CANNOT_TELL);
            assertThat(said).startsWith("CANNOT TELL");
        }
        assertThat(run()).isEqualTo(Verify.CANNOT_TELL);
        assertThat(said).contains("usage: ");
    }

    private int verify(SealedLedger ledger) throws IOException {
        var password = folder.resolve("password");
        Files.writeString(password, ledger.database.passwords().getOrDefault("verify", "") + "\n");
        var evidence = ledger.evidence;
        var files =
                Map.of(
                        "--password-file", password,
                        "--checkpoints", evidence.folder().resolve("checkpoints"),
                        "--key", evidence.publicKey(),
                        "--tree", evidence.tree(),
                        "--memory", folder.resolve("memory"));
        var arguments = new ArrayList<>(List.of("--database", ledger.database.url()));
        files.forEach((name, file) -> arguments.addAll(List.of(name, file.toString())));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}

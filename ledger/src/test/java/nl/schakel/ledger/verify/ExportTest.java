package nl.schakel.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.evidence.Histories;
import nl.schakel.ledger.evidence.SealingKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file proves a history to whoever holds the public key; what is changed in it shows. */
final class ExportTest {

    private static final int FACTS = 4;

    @TempDir private Path folder = Path.of("");
    private final PersonId person = Appending.someone();
    private Path key = Path.of("");
    private Path file = Path.of("");
    private String said = "";

    @BeforeEach
    void a_history_among_others() throws Exception {
        try (var ledger = new SealedLedger(folder.resolve("evidence"))) {
            for (int i = 0; i < FACTS; i++) {
                ledger.append(i, null, Appending.registered(person));
                ledger.grow(2);
            }
            var histories = new Histories(ledger.appending.source(), ledger.evidence);
            key = ledger.evidence.publicKey();
            var text = Export.of("person", person.value().toString(), histories.of(person));
            file = Files.writeString(folder.resolve("export"), text);
        }
    }

    @AfterEach
    void the_second_verifier_says_the_same() throws Exception {
        if (SecondVerifier.here()) {
            assertThat(SecondVerifier.says("--export", file.toString(), key.toString()))
                    .isEqualTo(said.strip());
        }
    }

    @Test
    void as_it_was_exported_it_is_green() {
        assertThat(verify()).isEqualTo(Verify.GREEN);
        assertThat(said).startsWith("GREEN  4 facts, sealed up to position 12 at ");
    }

    @Test
    void one_bit_in_any_line_is_found_in_that_line_by_both_verifiers() throws Exception {
        var chance = new Random(20261125);
        var right = Files.readAllLines(file);
        for (int number = 1; number <= right.size(); number++) {
            var bytes = right.get(number - 1).getBytes(StandardCharsets.UTF_8);
            bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(7));
            var lines = new ArrayList<>(right);
            lines.set(number - 1, new String(bytes, StandardCharsets.UTF_8));
            Files.write(file, lines);
            assertThat(verify()).as(lines.get(number - 1)).isEqualTo(Verify.RED);
            if (number > 1) {
                assertThat(said).startsWith("RED  line " + number + ": ");
            }
            the_second_verifier_says_the_same();
        }
    }

    @Test
    void a_fact_taken_out_is_missed() throws Exception {
        change(lines -> without(lines, 2));
        red("line 5: the first line says how many facts follow, and it is not so");
    }

    @Test
    void facts_in_another_order_are_found() throws Exception {
        change(
                lines -> {
                    var swapped = new ArrayList<>(lines);
                    Collections.swap(swapped, 1, 2);
                    return swapped;
                });
        red("line 3: the facts are not in their order");
    }

    @Test
    void a_proof_taken_away_is_found() throws Exception {
        change(3, line -> line.replaceAll("\"proof\":.*", "\"proof\":null}"));
        red("line 3: the proof is missing");
    }

    @Test
    void a_proof_of_something_else_is_found() throws Exception {
        var other = Files.readAllLines(file).get(1).replaceAll(".*\"proof\":", "");
        change(3, line -> line.replaceAll("(\"proof\":).*", "$1" + other));
        red("line 3: the proof does not lead to the checkpoint");
    }

    @Test
    void a_fact_changed_in_its_columns_is_found() throws Exception {
        change(4, line -> line.replace("\"1\"", "\"2\""));
        red("line 4: the columns are not those of the hash beside them");
    }

    @Test
    void a_fact_of_somebody_else_is_found() throws Exception {
        change(1, line -> line.replace(person.value().toString(), "7"));
        red("line 2: this fact is of another history");
    }

    @Test
    void a_checkpoint_by_another_key_is_found() throws Exception {
        key = folder.resolve("other.pub");
        SealingKey.make(folder.resolve("other"), key);
        red("line 1: the checkpoint was not signed by this key");
    }

    @Test
    void spaces_that_were_not_written_are_found() throws Exception {
        change(2, line -> line.replace("\"hash\":", "\"hash\": "));
        red("line 2: not as it was written");
    }

    private static List<String> without(List<String> lines, int number) {
        var fewer = new ArrayList<>(lines);
        fewer.remove(number);
        return fewer;
    }

    private void change(int number, UnaryOperator<String> change) throws IOException {
        change(
                lines -> {
                    var changed = new ArrayList<>(lines);
                    changed.set(number - 1, change.apply(lines.get(number - 1)));
                    assertThat(changed).as("a control").isNotEqualTo(lines);
                    return changed;
                });
    }

    private void change(UnaryOperator<List<String>> change) throws IOException {
        Files.write(file, change.apply(Files.readAllLines(file)));
    }

    private void red(String sentence) {
        assertThat(verify()).isEqualTo(Verify.RED);
        assertThat(said.strip()).isEqualTo("RED  " + sentence);
    }

    private int verify() {
        var out = new ByteArrayOutputStream();
        int code =
                Verify.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        "--export",
                        file.toString(),
                        "--key",
                        key.toString());
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}

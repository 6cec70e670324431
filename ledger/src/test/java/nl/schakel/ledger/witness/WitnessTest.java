package nl.schakel.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.witness.Judge.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A witness signs for one history that only grows, and for nothing else, whoever asks. */
@Timeout(60)
final class WitnessTest {

    @TempDir private Path folder = Path.of("");
    private @Nullable Witness running;
    private @Nullable Log made;
    private @Nullable Checkpoint five;

    @BeforeEach
    void it_signed_for_five() throws IOException {
        made = new Log(folder.resolve("evidence"), folder);
        running = start();
        five = log().seal(5);
        shows(five());
    }

    @AfterEach
    void close() {
        witness().close();
    }

    @Test
    void what_continues_is_signed_for_with_its_own_key() throws IOException {
        var nine = log().seal(4);
        var signed = shows(log().proof(five(), nine), nine);
        assertThat(signed.checkpoint().line()).isEqualTo(nine.line());
        assertThat(signed.by(Seal.read(witness().publicKey()))).isTrue();
        assertThat(signed.by(Seal.read(folder.resolve("log.pub")))).isFalse();
        assertThat(shows(nine).line()).as("shown again").isEqualTo(signed.line());
        assertThat(remembered()).isEqualTo(signed.line());
    }

    @Test
    void many_at_once_are_signed_for_by_the_last() throws IOException {
        var seven = log().seal(2);
        var ten = log().seal(3);
        refused("The checkpoint over 10 does not follow the one over 5.", ten);
        assertThat(shows(log().proof(five(), ten), seven, ten).checkpoint().size()).isEqualTo(10);
    }

    @Test
    void without_a_proof_it_is_refused_and_so_is_another_proof() throws IOException {
        var nine = log().seal(4);
        var why = "The checkpoint over 9 comes without a proof that it continues that over 5.";
        refused(why, nine);
        var proof = log().proof(five(), nine);
        proof.getFirst()[3] ^= 1;
        refused(why, proof, nine);
        proof.getFirst()[3] ^= 1;
        assertThat(shows(proof, nine).checkpoint().size()).isEqualTo(9);
    }

    @Test
    void a_history_that_was_written_again_is_refused_however_often_and_the_true_one_goes_on()
            throws IOException {
        var other = new Log(folder.resolve("other"), folder);
        other.lies();
        var theirs = other.seal(5);
        var longer = other.seal(4);
        refused("The checkpoint over 5 does not follow the one over 5.", theirs);
        for (int i = 0; i < 3; i++) {
            refused(
                    "The checkpoint over 9 does not follow the one over 5.",
                    other.proof(theirs, longer),
                    longer);
        }
        var nine = log().seal(4);
        assertThat(shows(log().proof(five(), nine), nine).checkpoint().size()).isEqualTo(9);
    }

    @Test
    void facts_that_were_written_again_under_the_same_chain_are_refused() throws IOException {
        var before = Files.readString(log().evidence.folder().resolve("checkpoints"));
        var other = new Log(folder.resolve("other"), folder);
        other.lies();
        var theirs = other.seal(5);
        Files.writeString(other.evidence.folder().resolve("checkpoints"), before);
        var longer = other.seal(4);
        refused(
                "The checkpoint over 9 comes without a proof that it continues that over 5.",
                other.proof(theirs, longer),
                longer);
    }

    @Test
    void what_covers_less_is_refused() throws IOException {
        var before = Files.readString(log().evidence.folder().resolve("checkpoints"));
        var other = new Log(folder.resolve("other"), folder);
        Files.writeString(other.evidence.folder().resolve("checkpoints"), before);
        refused("The checkpoint over 3 covers less than the one before it.", other.seal(3));
    }

    @Test
    void what_the_log_did_not_sign_is_refused() throws IOException {
        var keys = Files.createDirectories(folder.resolve("mine"));
        var mine = new Log(folder.resolve("other"), keys);
        mine.seal(5);
        Files.writeString(
                mine.evidence.folder().resolve("checkpoints"),
                Files.readString(log().evidence.folder().resolve("checkpoints")));
        var nine = mine.seal(4);
        refused(
                "The checkpoint over 9 was not signed by the log that is watched here.",
                mine.proof(five(), nine),
                nine);
    }

    @Test
    void an_older_state_that_is_admitted_must_go_on_from_what_it_still_covers() throws IOException {
        var nine = log().seal(4);
        shows(log().proof(five(), nine), nine);
        var back = log().restore(7);
        var after = log().seal(1);
        refused(
                "The checkpoint over 7 admits an older state and must be shown by itself.",
                back,
                after);
        refused("The checkpoint over 7 comes without a proof that it continues that over 5.", back);
        assertThat(shows(log().proof(five(), back), back).checkpoint().line())
                .isEqualTo(back.line());
        assertThat(shows(log().proof(back, after), after).checkpoint().size()).isEqualTo(8);
    }

    @Test
    void started_again_it_remembers() throws IOException {
        var before = remembered();
        again();
        assertThat(remembered()).isEqualTo(before);
        var nine = log().seal(4);
        refused("The checkpoint over 9 comes without a proof that it continues that over 5.", nine);
    }

    @Test
    void a_half_written_line_in_its_memory_is_no_line() throws IOException {
        var before = remembered();
        var memory = folder.resolve("witness/witnessed");
        Files.writeString(
                memory, Files.readString(memory) + "witnessed 2026-03-02T10:00:00Z sealed 9 ab");
        again();
        assertThat(remembered()).isEqualTo(before);
        var nine = log().seal(4);
        shows(log().proof(five(), nine), nine);
        assertThat(Files.readAllLines(memory)).hasSize(2).allMatch(l -> Cosigned.parse(l) != null);
    }

    @Test
    void it_does_not_start_with_what_is_not_its_own() throws IOException {
        cannot("A witness runs already in ");
        witness().close();
        var memory = folder.resolve("witness/witnessed");
        var right = Files.readString(memory);
        int last = right.length() - 2;
        var other = right.charAt(last) == '0' ? "1\n" : "0\n";
        Files.writeString(memory, right.substring(0, last) + other);
        cannot("was not written with its key.");
        Files.writeString(memory, right);
        Files.writeString(folder.resolve("log.pub"), Files.readString(witness().publicKey()));
        cannot("watches another log");
        Files.copy(folder.resolve("witness/log.pub"), folder.resolve("right.pub"));
        running = start(folder.resolve("right.pub"));
        assertThat(remembered()).isEqualTo(right.strip());
    }

    @Test
    void what_cannot_be_read_is_told_apart() throws Exception {
        assertThat(raw("POST", "", "")).isEqualTo("409 No checkpoint was shown.");
        assertThat(raw("POST", "", "sealed of te wel")).isEqualTo("400 This cannot be read.");
        assertThat(raw("POST", "", "xyz")).isEqualTo("400 This cannot be read.");
        assertThat(raw("POST", "", "00".repeat(600_000)))
                .isEqualTo("413 This is too much at once.");
        assertThat(raw("GET", "?size=-1", "")).isEqualTo("400 This cannot be read.");
        assertThat(raw("GET", "?size=4", "")).isEqualTo("204 ");
        assertThat(raw("GET", "?size=5", "")).isEqualTo("200 " + remembered());
        assertThat(raw("GET", "/elders", "")).isEqualTo("404 ");
        assertThat(raw("DELETE", "", "")).isEqualTo("405 ");
    }

    private String raw(String method, String more, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(address() + "/witnessed" + more))
                            .method(method, BodyPublishers.ofString(body))
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().strip();
        }
    }

    private void refused(String sentence, Checkpoint... shown) throws IOException {
        refused(sentence, List.of(), shown);
    }

    private void refused(String sentence, List<byte[]> proof, Checkpoint... shown)
            throws IOException {
        var before = remembered();
        assertThatThrownBy(() -> shows(proof, shown))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
        assertThat(remembered()).isEqualTo(before);
    }

    private Cosigned shows(Checkpoint... shown) throws IOException {
        return shows(List.of(), shown);
    }

    private Cosigned shows(List<byte[]> proof, Checkpoint... shown) throws IOException {
        try (var asking = asking()) {
            return asking.show(new Shown(List.of(shown), proof));
        }
    }

    private String remembered() throws IOException {
        try (var asking = asking()) {
            return asking.last().orElseThrow().line();
        }
    }

    private Asking asking() throws IOException {
        return new Asking(URI.create(address()), Seal.read(witness().publicKey()));
    }

    private String address() {
        return "http://127.0.0.1:" + witness().port();
    }

    private void again() throws IOException {
        witness().close();
        running = start();
    }

    private void cannot(String because) {
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private Witness start() throws IOException {
        return start(folder.resolve("log.pub"));
    }

    private Witness start(Path log) throws IOException {
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return Witness.start(folder.resolve("witness"), log, anywhere, Clock.systemUTC());
    }

    private Witness witness() {
        return Objects.requireNonNull(running);
    }

    private Log log() {
        return Objects.requireNonNull(made);
    }

    private Checkpoint five() {
        return Objects.requireNonNull(five);
    }
}

package nl.schakel.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.schakel.ledger.evidence.Cosigned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each checkpoint comes before the witness, sooner or later, and a refusal is heard. */
@Timeout(60)
final class CourierTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir private Path folder = Path.of("");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable Witness running;
    private @Nullable Log made;
    private int port;

    @BeforeEach
    void a_witness() throws IOException {
        made = new Log(folder.resolve("evidence"), folder);
        running = start(0);
        port = witness().port();
        Files.copy(witness().publicKey(), log().evidence.witnessKey());
    }

    @AfterEach
    void close() {
        witness().close();
    }

    @Test
    void each_new_checkpoint_is_signed_for_and_kept() throws IOException {
        try (var courier = courier()) {
            for (int i = 0; i < 4; i++) {
                log().seal(3);
                level(courier);
            }
        }
        assertThat(kept())
                .extracting(one -> one.checkpoint().size())
                .containsExactly(3L, 6L, 9L, 12L);
        assertThat(Files.readAllLines(log().evidence.witnessed()))
                .isEqualTo(Files.readAllLines(folder.resolve("witness/witnessed")));
        assertThat(gauge("refused")).isZero();
    }

    @Test
    void a_witness_that_is_away_is_caught_up_with() throws IOException {
        try (var courier = courier()) {
            log().seal(3);
            level(courier);
            witness().close();
            log().seal(3);
            log().seal(4);
            until(() -> courier.behind() == 7);
            assertThat(gauge("behind")).isEqualTo(7);
            assertThat(courier.refused()).as("away is no refusal").isEmpty();
            running = start(port);
            level(courier);
        }
        assertThat(kept()).extracting(one -> one.checkpoint().size()).containsExactly(3L, 10L);
    }

    @Test
    void a_refusal_is_heard_and_heard_again_until_the_true_history_is_back() throws IOException {
        var file = log().evidence.folder().resolve("checkpoints");
        log().seal(3);
        try (var courier = courier()) {
            level(courier);
        }
        var right = Files.readString(file);
        var other = new Log(folder.resolve("other"), folder);
        other.lies();
        other.seal(3);
        Files.writeString(other.evidence.folder().resolve("checkpoints"), right);
        other.seal(2);
        Files.copy(log().evidence.witnessKey(), other.evidence.witnessKey());
        try (var courier = courier(other)) {
            until(
                    () ->
                            courier.refused()
                                    .contains("without a proof that it continues that over 3"));
            assertThat(gauge("refused")).isEqualTo(1);
            until(() -> gauge("behind") == 2);
            Files.writeString(other.evidence.folder().resolve("checkpoints"), "");
            other.seal(1);
            until(() -> courier.refused().equals("It signed for a checkpoint that is not here."));
        }
        assertThat(new Memory(folder.resolve("witness/witnessed")).last().orElseThrow().line())
                .isEqualTo(kept().getLast().line());
        try (var courier = courier()) {
            log().seal(2);
            level(courier);
            assertThat(courier.refused()).isEmpty();
        }
    }

    @Test
    void what_was_signed_for_but_not_kept_is_kept_later() throws IOException {
        log().seal(3);
        try (var courier = courier()) {
            level(courier);
        }
        Files.delete(log().evidence.witnessed());
        try (var courier = courier()) {
            level(courier);
        }
        assertThat(kept()).hasSize(1);
    }

    @Test
    void a_witness_that_forgot_is_heard_and_nothing_of_it_is_kept() throws IOException {
        try (var courier = courier()) {
            log().seal(3);
            level(courier);
            var memory = folder.resolve("witness/witnessed");
            var before = Files.readString(memory);
            log().seal(3);
            level(courier);
            for (var older : List.of(before, "")) {
                witness().close();
                Files.writeString(memory, older);
                running = start(port);
                log().seal(1);
                until(() -> courier.refused().equals("It forgot what it signed for."));
            }
        }
        assertThat(kept()).extracting(one -> one.checkpoint().size()).containsExactly(3L, 6L);
    }

    @Test
    void an_older_state_that_is_admitted_is_shown_by_itself() throws IOException {
        try (var courier = courier()) {
            log().seal(5);
            level(courier);
            log().seal(4);
            level(courier);
            witness().close();
            log().seal(1);
            log().restore(7);
            log().lies();
            log().seal(1);
            running = start(port);
            level(courier);
            assertThat(courier.refused()).isEmpty();
        }
        assertThat(kept())
                .extracting(one -> one.checkpoint().size())
                .containsExactly(5L, 9L, 7L, 8L);
    }

    @Test
    void of_two_one_shows() throws IOException {
        try (var one = courier();
                var other = courier()) {
            for (int i = 0; i < 10; i++) {
                log().seal(1);
                level(one);
                level(other);
            }
            assertThat(List.of(one.refused(), other.refused())).containsOnly("");
        }
        assertThat(kept()).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void a_witness_with_another_key_is_none() throws IOException {
        log().seal(3);
        try (var courier = courier()) {
            level(courier);
        }
        Files.copy(
                folder.resolve("log.pub"),
                log().evidence.witnessKey(),
                StandardCopyOption.REPLACE_EXISTING);
        try (var courier = courier()) {
            until(() -> courier.refused().equals("The witness answers with another key."));
        }
        Files.delete(log().evidence.witnessKey());
        assertThatThrownBy(this::courier)
                .hasMessageContaining("is not the public key of a witness");
    }

    private void level(Courier courier) throws IOException {
        var last = log().evidence.checkpoints().last().orElseThrow().line();
        var kept = new Memory(log().evidence.witnessed());
        until(
                () -> {
                    try {
                        return kept.last()
                                        .filter(k -> k.checkpoint().line().equals(last))
                                        .isPresent()
                                && courier.behind() == 0;
                    } catch (IOException e) {
                        return false;
                    }
                });
    }

    private static void until(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(OFTEN.toNanos());
        }
    }

    private List<Cosigned> kept() throws IOException {
        return Files.readAllLines(log().evidence.witnessed()).stream()
                .map(Cosigned::parse)
                .toList();
    }

    private double gauge(String name) {
        return meters.get("schakel.evidence.witness." + name).gauge().value();
    }

    private Courier courier() {
        return courier(log());
    }

    private Courier courier(Log of) {
        meters.clear();
        return new Courier(of.evidence, URI.create("http://127.0.0.1:" + port), OFTEN, meters);
    }

    private Witness start(int at) throws IOException {
        return Witness.start(
                folder.resolve("witness"),
                folder.resolve("log.pub"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), at),
                Clock.systemUTC());
    }

    private Witness witness() {
        return Objects.requireNonNull(running);
    }

    private Log log() {
        return Objects.requireNonNull(made);
    }
}

package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.schakel.ledger.Numbers;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.standalone.Wire.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers who never hear the answer and ask again: one effect each, and the answer they missed. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class LostAnswerTest {

    private static final int CALLERS = 8;
    private static final String PERSON =
            "{\"naam\":\"Kwijt\",\"roepnaam\":\"Kwijt\",\"buurt\":\"Noord\"}";
    private static final String BELL =
            "{\"verwijzing\":\"%s\",\"watZieJe\":\"Stil vandaag.\",\"hoeDringend\":\"zorg\"}";

    private final Town town = Town.town();
    private final Tokens tokens = Tokens.of(town);
    private final UUID referral = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE).referral;

    /** What becomes of the first try. */
    private enum Lost {
        /** Gone as soon as all was sent. */
        AT_ONCE,
        /** Gone when the answer began to arrive. */
        ANSWERED,
        /** Gone before all was sent: it never was a command. */
        HALF_SENT,
        /** Gone while another asks the same. */
        BESIDE_ANOTHER
    }

    /** One command, as its bytes go over the wire each time it is sent. */
    private record Asked(String token, String path, String key, String body) {

        String head() {
            return """
                    POST %s HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: application/json
                    Idempotency-Key: %s
                    Content-Length: %d

                    """
                    .formatted(path, token, key, body.length())
                    .replace("\n", "\r\n");
        }
    }

    @Test
    void a_command_whose_answer_was_lost_has_one_effect_and_gets_the_same_answer()
            throws Exception {
        long seed = new Random().nextLong();
        long before = head();
        var samira = tokens.token("samira");
        var joke = tokens.token("joke");
        var made = new ArrayList<UUID>();
        try (var callers = Executors.newFixedThreadPool(CALLERS, Thread.ofVirtual().factory())) {
            var all = new ArrayList<Future<UUID>>();
            for (int i = 0; i < Numbers.LOST_ANSWERS.now(); i++) {
                var chance = new Random(seed + i);
                var key = new UUID(seed, i).toString();
                var asked =
                        i % 2 == 0
                                ? new Asked(samira, "/v1/inwoners", key, PERSON)
                                : new Asked(
                                        joke, "/v1/zorgsignalen", key, BELL.formatted(referral));
                all.add(callers.submit(() -> lostAndAskedAgain(asked, chance)));
            }
            for (var each : all) {
                made.add(each.get());
            }
        }
        assertThat(made).as("seed %s", seed).doesNotHaveDuplicates();
        assertThat(histories("once_key IS NOT NULL", before))
                .as("seed %s: one decision for each key", seed)
                .containsExactlyInAnyOrderElementsOf(made);
        var these = new HashSet<>(made);
        assertThat(histories("true", before).stream().filter(these::contains))
                .as("seed %s: a person is one fact, and a bell two: heard, and who is rung", seed)
                .hasSize(made.size() + made.size() / 2);
    }

    private UUID lostAndAskedAgain(Asked asked, Random chance) throws Exception {
        var lost = Lost.values()[chance.nextInt(Lost.values().length)];
        boolean abruptly = chance.nextBoolean();
        if (lost == Lost.BESIDE_ANOTHER) {
            return besideAnother(asked, abruptly);
        }
        dropped(asked, lost, abruptly);
        return answered(asked);
    }

    private UUID besideAnother(Asked asked, boolean abruptly) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<UUID> answered = () -> answered(asked);
            var one = hands.submit(answered);
            var two = hands.submit(answered);
            dropped(asked, Lost.AT_ONCE, abruptly);
            assertThat(one.get()).isEqualTo(two.get());
            return one.get();
        }
    }

    /** Twice, and the same each time. */
    private UUID answered(Asked asked) {
        var first = ask(asked);
        var second = ask(asked);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        return UUID.fromString(first.json().required("id").stringValue());
    }

    private Said ask(Asked asked) {
        var url = town.services().addresses().command() + asked.path();
        return Wire.post(asked.token(), url, asked.body(), "Idempotency-Key", asked.key());
    }

    private void dropped(Asked asked, Lost lost, boolean abruptly) {
        int port = URI.create(town.services().addresses().command()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoLinger(abruptly, 0);
            var body = asked.body();
            var sent = lost == Lost.HALF_SENT ? body.substring(0, body.length() / 2) : body;
            socket.getOutputStream()
                    .write((asked.head() + sent).getBytes(StandardCharsets.US_ASCII));
            if (lost == Lost.ANSWERED) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<UUID> histories(String which, long after) {
        return TestPostgres.superuser(town.database())
                .sql("SELECT stream FROM ledger.fact WHERE position > ? AND " + which)
                .param(after)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private long head() {
        return TestPostgres.superuser(town.database())
                .sql("SELECT max(position) FROM ledger.fact")
                .query(Long.class)
                .single();
    }
}

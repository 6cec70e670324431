package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.tree.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who keeps an older checkpoint sees that a newer one goes on from it, and trusts nobody. */
@Timeout(60)
final class ConsistencyTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String POINTS = "/v1/historie/controlepunten/";

    private final Town town = Town.town();
    private Checkpoint older = last();
    private Checkpoint newer = older;

    @BeforeEach
    void two_checkpoints() {
        older = last();
        town.newcomer("samira");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (newer.size() <= older.size()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            newer = last();
        }
    }

    @Test
    void the_proof_leads_from_the_older_signed_root_to_the_newer_and_no_other_does()
            throws Exception {
        var seal = Seal.read(town.services().query().getBean(Evidence.class).publicKey());
        assertThat(List.of(older, newer)).allMatch(seal::signed);
        var path = path(newer.size() + "/bewijs?vanaf=" + older.size());
        assertThat(leads(older, newer, path)).isTrue();
        for (var hash : path) {
            hash[7] ^= 1;
            assertThat(leads(older, newer, path)).isFalse();
            hash[7] ^= 1;
        }
        var other = newer.root().clone();
        other[0] ^= 1;
        assertThat(Tree.continues(older.root(), older.size(), other, newer.size(), path)).isFalse();
    }

    @Test
    void from_itself_it_needs_nothing_and_without_a_beginning_it_goes_from_the_first_fact() {
        assertThat(path(newer.size() + "/bewijs?vanaf=" + newer.size())).isEmpty();
        assertThat(path(newer.size() + "/bewijs"))
                .containsExactlyElementsOf(path(newer.size() + "/bewijs?vanaf=1"));
    }

    @Test
    void what_was_not_sealed_is_not_there() {
        for (var size : List.of("0", "-1", "9999999999", "99999999999999999999", "alles", "1.5")) {
            var said = ask("auditor", size + "/bewijs");
            assertThat(said.status()).as(size).isEqualTo(404);
            assertThat(said.problem()).isEqualTo("niet-gevonden");
        }
    }

    @Test
    void a_beginning_that_cannot_be_is_named() {
        var kind = "Dit is niet van de goede soort.";
        var beyond = "Dit valt buiten wat er is.";
        var wrong =
                Map.of(
                        "x",
                        kind,
                        "1.5",
                        kind,
                        "99999999999999999999",
                        kind,
                        "0",
                        beyond,
                        "-3",
                        beyond,
                        String.valueOf(older.size() + 1),
                        beyond);
        wrong.forEach(
                (from, why) -> {
                    var said = ask("auditor", older.size() + "/bewijs?vanaf=" + from);
                    assertThat(said.status()).as(from).isEqualTo(400);
                    assertThat(said.header("Content-Type")).startsWith("application/problem+json");
                    assertThat(said.faults()).isEqualTo(Map.of("vanaf", why));
                });
    }

    @Test
    void for_whoever_is_no_auditor_it_is_not_there() {
        var path = newer.size() + "/bewijs?vanaf=" + older.size();
        var nowhere = ask("samira", "laatste").withoutTrace();
        for (var persona : List.of("samira", "hans", "beheer", "beleid")) {
            var said = ask(persona, path);
            assertThat(said.status()).as(persona).isEqualTo(404);
            assertThat(said.withoutTrace()).isEqualTo(nowhere);
        }
        assertThat(ask("auditor", path).status()).as("a control").isEqualTo(200);
    }

    private static boolean leads(Checkpoint from, Checkpoint to, List<byte[]> path) {
        return Tree.continues(from.root(), from.size(), to.root(), to.size(), path);
    }

    private List<byte[]> path(String what) {
        return ask("auditor", what)
                .json()
                .required("pad")
                .valueStream()
                .map(hash -> HEX.parseHex(hash.stringValue()))
                .toList();
    }

    private Checkpoint last() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var said = ask("auditor", "laatste");
        while (said.status() == 404) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            said = ask("auditor", "laatste");
        }
        return Checkpoint.parse(said.json().required("regel").stringValue());
    }

    private Wire.Said ask(String persona, String what) {
        var url = town.services().addresses().query() + POINTS + what;
        return Wire.get(Tokens.of(town).token(persona), url);
    }
}

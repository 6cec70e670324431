package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.Tree;
import nl.schakel.ledger.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An auditor replays a history, and needs to trust nobody for it. */
final class HistoryTest {

    private static final HexFormat HEX = HexFormat.of();

    private static final String WISH = "Weer ergens nodig zijn.";

    private final Town town = Town.town();
    private final Handover handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);

    @Test
    void each_fact_has_a_path_that_leads_to_the_signed_root() {
        sealed();
        var last = last();
        var facts = facts(path());
        while (!last.equals(last())) {
            last = last();
            facts = facts(path());
        }
        long size = last.required("omvang").longValue();
        var root = HEX.parseHex(last.required("wortel").stringValue());
        for (var fact : facts) {
            long position = fact.required("positie").longValue();
            var hash = HEX.parseHex(fact.required("hash").stringValue());
            var proof = fact.required("bewijs");
            var path = proof.required("pad").valueStream().map(n -> HEX.parseHex(n.stringValue()));
            assertThat(proof.required("controlepunt").longValue()).isEqualTo(size);
            var leaf = Digest.leaf(position, hash);
            assertThat(Tree.includes(root, size, position - 1, leaf, path.toList())).isTrue();
            assertThat(fact.required("nagerekend").booleanValue()).isTrue();
        }
    }

    @Test
    void no_name_and_no_word_is_in_it_and_each_look_is_in_the_access_log() {
        long before = looks();
        var said = town.voice("auditor").get(path()).body().toString();
        assertThat(said).contains("verzegeld").doesNotContain("cipher").doesNotContain(WISH);
        assertThat(handover.path("samira").body().toString()).as("a control").contains(WISH);
        assertThat(looks()).isEqualTo(before + 1);
    }

    @Test
    void as_known_on_a_moment_it_ends_there() {
        var all = sealed();
        var half = all.get(all.size() / 2).required("vastgelegdOp").stringValue();
        var known = facts(path() + "?gekendOp=" + half);
        assertThat(known).isNotEmpty().hasSizeLessThanOrEqualTo(all.size());
        assertThat(known)
                .allMatch(f -> f.required("vastgelegdOp").stringValue().compareTo(half) <= 0);
        assertThat(facts(path() + "?zoalsOp=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(town.voice("auditor").ask(path() + "?gekendOp=gisteren").status())
                .isEqualTo(400);
    }

    @Test
    void one_file_proves_it_without_us_and_holds_no_word_in_the_clear(@TempDir Path folder)
            throws Exception {
        sealed();
        long before = looks();
        var url = town.services().addresses().query() + path() + "/uitvoer";
        var said = Wire.get(Tokens.of(town).token("auditor"), url);
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.text()).contains("\"history\":\"person\"").doesNotContain(WISH, "nodig");
        assertThat(looks()).isEqualTo(before + 1);
        var file = Files.writeString(folder.resolve("export"), said.text());
        var key = town.services().query().getBean(Evidence.class).publicKey();
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Verify.run(print, "--export", file.toString(), "--key", key.toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("GREEN  ");
        assertThat(code).isEqualTo(Verify.GREEN);
    }

    private JsonNode last() {
        return town.voice("auditor").get("/v1/historie/controlepunten/laatste").body();
    }

    /** Waits until all of it is under a checkpoint. */
    private List<JsonNode> sealed() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var facts = facts(path());
        while (facts.stream().anyMatch(fact -> fact.required("bewijs").isNull())) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            facts = facts(path());
        }
        return facts;
    }

    private List<JsonNode> facts(String path) {
        return town.voice("auditor").get(path).body().required("feiten").valueStream().toList();
    }

    private String path() {
        return "/v1/historie/inwoners/" + handover.person;
    }

    private long looks() {
        return TestPostgres.superuser(town.database())
                .sql(
                        "SELECT count(*) FROM vault.access_log WHERE person = ? AND 'historie' = ANY (fields)")
                .param(handover.person)
                .query(Long.class)
                .single();
    }
}

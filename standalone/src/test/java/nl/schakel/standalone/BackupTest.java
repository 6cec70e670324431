package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.verify.Verify;
import nl.schakel.standalone.backup.Safekeeping;
import nl.schakel.vault.ErasureList;
import nl.schakel.vault.MasterKey;
import nl.schakel.vault.Scopes;
import nl.schakel.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept while it runs can be put back: signed for, and with nothing that was erased. */
final class BackupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder = Path.of("");

    private String said = "";
    private String erasedBefore = "";

    @Test
    void what_is_put_back_is_what_was_kept_and_says_so_and_what_was_erased_stays_erased()
            throws Exception {
        try (var schakel = Started.in(folder).ready()) {
            var home = schakel.home();
            var hans = person(schakel, "hans");
            var path = schakel.voice("samira").get("/v1/inwoners/" + hans + "/pad").body();
            assertThat(path.toString()).contains("Hans");
            Files.writeString(home.resolve("evidence/witnessed"), "witnessed …\n");
            erased(home, person(schakel, "fatma"));
            erasedBefore = Files.readString(home.resolve("evidence/erased"));
            assertThat(run(home, "backup", "kept")).as(said).isZero();
            assertThat(run(home, "backup", "kept")).isEqualTo(1);
            refused("is not empty");

            long head = raised(schakel, path.at("/schakelmomenten/0/verwijzing").stringValue());
            sealed(home, head);
            assertThat(verify(home)).as(said).isEqualTo(Verify.GREEN);
            erased(home, hans);
            assertThat(run(home, "restore", "kept")).isEqualTo(1);
            refused("runs already");
            schakel.process().stop();
            schakel.process().ends();

            assertThat(run(home, "restore", "kept")).as(said).isZero();
            assertThat(said).contains("GREEN", "Teruggezet tot feit");
            schakel.again().ready();
            assertThat(verify(home)).isEqualTo(Verify.GREEN);
            assertThat(said)
                    .contains("older states put back, and admitted: 1", "since the last look: put");
            var again = schakel.voice("samira").get("/v1/inwoners/" + hans + "/pad").body();
            assertThat(again.required("schakelmomenten"))
                    .hasSameSizeAs(path.required("schakelmomenten"));
            assertThat(again.required("positie").longValue()).isLessThan(head);
            assertThat(again.required("inwoner").toString()).doesNotContain("Hans");
        }
        anotherHome();
    }

    /** All that the first home was is in the backup, keys and all. */
    private void anotherHome() throws IOException {
        var other = folder.resolve("elders");
        assertThat(run(other, "restore", "kept")).as(said).isZero();
        assertThat(said).contains("GREEN");
        assertThat(erasedBefore).isNotEmpty();
        assertThat(Files.readString(other.resolve("evidence/erased"))).startsWith(erasedBefore);
        assertThat(other.resolve("evidence/witnessed")).hasContent("witnessed …");
        Files.writeString(folder.resolve("kept/evidence/checkpoints"), "x");
        assertThat(run(other, "restore", "kept")).isEqualTo(1);
        refused("is damaged");
    }

    @Test
    void what_is_asked_wrongly_has_one_sentence() throws IOException {
        var home = folder.resolve("leeg");
        assertThat(run(home, "backup", "kept")).isEqualTo(1);
        refused("nothing to keep");
        Files.createDirectories(folder.resolve("iets"));
        assertThat(run(home, "restore", "iets")).isEqualTo(1);
        refused("is not a backup");
        assertThat(run(home, "restore", "nergens")).isEqualTo(1);
        refused("is not a backup");
        assertThat(run(home, "restore", "")).isEqualTo(2);
        refused("usage: ");
    }

    private void refused(String because) {
        assertThat(said).hasLineCount(1).contains(because);
    }

    private int run(Path home, String what, String where) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var to = where.isEmpty() ? "" : folder.resolve(where).toString();
        var environment = Map.of("SCHAKEL_HOME", home.toString());
        int code = Safekeeping.run(print, print, environment, what, to);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int verify(Path home) throws IOException {
        var password = Files.writeString(folder.resolve("password"), "any");
        var evidence = home.resolve("evidence");
        var out = new ByteArrayOutputStream();
        int code =
                Verify.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        "--database",
                        database(home).url(),
                        "--password-file",
                        password.toString(),
                        "--checkpoints",
                        evidence.resolve("checkpoints").toString(),
                        "--key",
                        evidence.resolve("seal.pub").toString(),
                        "--memory",
                        home.resolve("verified").toString());
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static UUID person(Started schakel, String persona) {
        var me = schakel.voice(persona).get("/v1/ik").body();
        return UUID.fromString(me.required("persoon").stringValue());
    }

    private static long raised(Started schakel, String referral) {
        var body =
                Map.of("verwijzing", referral, "watZieJe", "Stil vandaag.", "hoeDringend", "zorg");
        return schakel.voice("joke").tell("na-de-kopie", "/v1/zorgsignalen", body).position();
    }

    private static void sealed(Path home, long position) throws IOException {
        var checkpoints = new Evidence(home.resolve("evidence")).checkpoints();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (checkpoints.last().orElseThrow().size() < position) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void erased(Path home, UUID person) throws IOException {
        var master = MasterKey.read(home.resolve("keys/master.key"));
        var list = new ErasureList(home.resolve("evidence/erased"), master);
        try (var source = database(home).as("vault", 1)) {
            new Vault(source, master, list, new SimpleMeterRegistry())
                    .destroy(new PersonId(person), Scopes.IDENTITY, Instant.now());
        }
    }

    private static Database database(Path home) throws IOException {
        var port = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(3).strip();
        return new Database(
                "jdbc:postgresql://localhost:" + port + "/schakel",
                Map.of("vault", "any", "verify", "any"));
    }
}

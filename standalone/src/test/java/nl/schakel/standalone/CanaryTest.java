package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say about people is nowhere in the clear: not in a dump, a data file, or a log. */
final class CanaryTest {

    private static final int PORT_LINE = 3;

    @TempDir private Path folder = Path.of("");

    private final List<String> canaries = new ArrayList<>();

    @Test
    void no_personal_word_is_found_in_a_full_dump_the_data_directory_or_the_logs()
            throws Exception {
        try (var schakel = Started.in(folder).ready()) {
            tellEverything(schakel);
            var dump = dump(schakel.home());
            assertThat(dump).as("a dump holds what is public").contains("De Sleutel");
            assertThat(canaries).hasSizeGreaterThan(20).noneMatch(dump::contains);
            schakel.process().stop();
            schakel.process().ends();
            assertThat(filesWith("De Sleutel", schakel.home())).as("so do the files").isNotEmpty();
            for (var canary : canaries) {
                assertThat(filesWith(canary, schakel.home())).as(canary).isEmpty();
            }
        }
    }

    private void tellEverything(Started schakel) {
        var story = new AnyStory(schakel);
        var person =
                story.registers(words("naam"), words("roepnaam"), phone(), mail(), words("in"));
        var referral = story.refers(person, words("wens"));
        var asked = story.on(referral, "joke", "/vragen", Map.of("vraag", words("vraag")));
        var answer = Map.of("antwoord", words("antwoord"));
        story.on(referral, "samira", "/vragen/" + asked + "/antwoorden", answer);
        story.on(referral, "samira", "/ja-van-inwoner", Map.of("gemeldDoor", person));
        story.on(referral, "joke", "/welkom", Map.of("contact", story.person("joke")));
        var heading = Map.of("kop", words("kop"), "tekst", words("tekst"));
        story.about(person, "samira", "/handleidingen", Map.of("kopjes", List.of(heading)));
        story.consents(person, words("doel"));
        var to = Map.of("partij", story.party("joke"));
        story.about(person, "samira", "/handleidingen/1/vrijgaven", to);
        var understood = Map.of("begrepen", words("begrepen"));
        story.about(person, "joke", "/handleidingen/1/teruglezingen", understood);
        visits(story, person, referral);
        scales(story, referral);
        rings(story, referral);
        var other = story.refers(person, words("wens"));
        story.on(other, "joke", "/niet-nu", Map.of("woorden", words("niet nu")));
        story.adds(words("lid"), phone(), "inlog-" + UUID.randomUUID());
        refused(story, person, other);
    }

    private void visits(AnyStory story, UUID person, UUID referral) {
        var visit = story.promises(referral, Instant.now().plusSeconds(9_000), words("waar"));
        var path = "/eerste-bezoeken/" + visit;
        var moved = Map.of("wanneer", soon(), "waar", words("elders"));
        assertThat(story.moves(referral, path, moved)).isEqualTo(200);
        var off = Map.of("doorWie", person, "woorden", words("afgezegd"));
        story.on(referral, "samira", path + "/afzeggingen", off);
        var next = story.promises(referral, Instant.now().plusSeconds(2), words("waar"));
        var went = Map.of("uitkomst", "samen", "woorden", words("samen"));
        story.on(referral, "joke", "/eerste-bezoeken/" + next + "/uitkomsten", went);
    }

    private void scales(AnyStory story, UUID referral) {
        for (var act : Map.of("/opschalingen", "nabij", "/afschalingen", "op-afroep").entrySet()) {
            var body = new LinkedHashMap<String, Object>();
            body.put("lijn", act.getKey().equals("/opschalingen") ? "individueel" : "collectief");
            body.put("niveau", act.getValue());
            body.put("waarom", words("waarom"));
            body.put("weerKijkenOp", LocalDate.now().plusDays(60).toString());
            story.on(referral, "joke", act.getKey(), body);
        }
    }

    private void rings(AnyStory story, UUID referral) {
        var bell = story.rings("joke", referral, words("wat zie je"));
        story.tell("samira", "/v1/zorgsignalen/" + bell + "/gehoord", Map.of());
        var outcome = Map.of("woorden", words("uitkomst"));
        story.tell("samira", "/v1/zorgsignalen/" + bell + "/uitkomsten", outcome);
    }

    /** What is refused, or cannot be read, leaves no trace either. */
    private void refused(AnyStory story, UUID person, UUID ended) {
        var path = "/v1/verwijzingen/" + ended;
        var late = Map.of("vraag", words("te laat"));
        assertThat(story.status("joke", path + "/vragen", late)).isEqualTo(409);
        var unknown = Map.of(words("veld"), words("waarde"));
        assertThat(story.status("joke", path + "/vragen", unknown)).isEqualTo(400);
        assertThat(story.status("joke", path + "/vragen", "{\"vraag\": \"" + words("half")))
                .isEqualTo(400);
        var stranger = Map.of("woorden", words("vreemd"));
        assertThat(story.status("badhuis", path + "/niet-nu", stranger)).isEqualTo(404);
        assertThat(story.status("samira", "/v1/inwoners/" + words("pad"), Map.of())).isEqualTo(404);
        assertThat(story.path(person).toString()).contains(canaries.get(0), canaries.get(5));
    }

    private String words(String what) {
        return canary(what.replace(' ', '-') + "-kanarie-" + UUID.randomUUID());
    }

    private String phone() {
        return canary("0600" + (100_000 + canaries.size()) + "77");
    }

    private String mail() {
        return canary("kanarie-" + UUID.randomUUID() + "@voorbeeld.example");
    }

    private String canary(String canary) {
        canaries.add(canary);
        return canary;
    }

    private static String soon() {
        return Instant.now().plusSeconds(20_000).toString();
    }

    private static String dump(Path home) throws IOException, SQLException {
        var port = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        var url = "jdbc:postgresql://localhost:" + port + "/schakel";
        var dump = new StringBuilder();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var tables = connection.createStatement();
                var names =
                        tables.executeQuery(
                                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                                        + " WHERE schemaname NOT IN ('pg_catalog')")) {
            while (names.next()) {
                var sql = "SELECT coalesce(string_agg(t::text, ' '), '') FROM %s t";
                try (var rows = connection.createStatement();
                        var all = rows.executeQuery(sql.formatted(names.getString(1)))) {
                    all.next();
                    dump.append(all.getString(1)).append(readable(connection, names.getString(1)));
                }
            }
        }
        return dump.toString();
    }

    /** Stored bytes as text too: a dump shows them in hex only. */
    private static String readable(Connection connection, String table) throws SQLException {
        if (!table.equals("ledger.fact")) {
            return "";
        }
        var sql = "SELECT string_agg(convert_from(payload, 'UTF8'), ' ') FROM ledger.fact";
        try (var rows = connection.createStatement();
                var all = rows.executeQuery(sql)) {
            all.next();
            return all.getString(1);
        }
    }

    private static List<Path> filesWith(String words, Path home) throws IOException {
        var wanted = words.getBytes(StandardCharsets.UTF_8);
        try (var all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("programs")))
                    .filter(file -> holds(file, wanted))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

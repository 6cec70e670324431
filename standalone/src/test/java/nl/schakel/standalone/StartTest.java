package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer starts: told once, stopped cleanly, and begun anew only when asked to. */
final class StartTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void it_tells_its_cases_once_stops_cleanly_and_goes_on_where_it_was() throws Exception {
        try (var schakel = Started.in(folder).ready()) {
            var told = kinds(schakel);
            assertThat(told)
                    .startsWith("verwezen", "vraag-gesteld", "vraag-beantwoord", "ja-van-inwoner")
                    .contains("eerste-bezoek-afgezegd", "opgeschaald", "afgeschaald")
                    .endsWith("loslaten-voorgesteld", "loslaten-bevestigd");
            refused(schakel.secondInTheSameHome(), "runs already");
            refused(schakel.secondAtTheSameAddresses(folder.resolve("elders")), "is in use");
            stopped(schakel);

            schakel.again().ready();
            assertThat(kinds(schakel)).isEqualTo(told);
            stopped(schakel);

            var key = Files.readString(schakel.home().resolve("keys/master.key"));
            schakel.again("--fresh").ready();
            assertThat(kinds(schakel)).isEqualTo(told);
            assertThat(schakel.home().resolve("keys/master.key")).content().isNotEqualTo(key);
        }
    }

    private static void stopped(Started schakel) throws InterruptedException {
        schakel.process().stop();
        assertThat(schakel.process().ends()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(schakel.home().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private static void refused(OwnProcess second, String because) throws InterruptedException {
        assertThat(second.ends()).isEqualTo(1);
        assertThat(second.said()).hasLineCount(1).contains(because);
    }

    private static List<String> kinds(Started schakel) {
        var hans = schakel.voice("hans");
        var person = hans.get("/v1/ik").body().required("persoon").stringValue();
        var path = hans.get("/v1/inwoners/" + person + "/pad").body();
        return path.required("schakelmomenten")
                .valueStream()
                .map(moment -> moment.required("soort").stringValue())
                .toList();
    }
}

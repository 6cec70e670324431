package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.schakel.ledger.codec.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer opens the one address that ./start prints, and sees Hans's path two clicks later. */
@InBrowser
final class FirstLookTest {

    /** The picture in the README; made anew with {@code -Dschakel.write=true}. */
    private static final Path PICTURE = Written.root("docs/pad-van-hans.png");

    @TempDir private Path folder = Path.of("");

    @Test
    void hans_chooses_who_he_is_and_reads_his_path() throws Exception {
        var screen = new Browser.NewContextOptions().setViewportSize(1000, 1150);
        try (var schakel = Started.in(folder).ready();
                var visit = Visit.at(schakel.addresses(), screen)) {
            visit.go("/");
            assertThat(visit.text()).contains("Wie ben je?");
            visit.page.locator("button[name=persona][value=hans]").click();
            visit.link("Mijn pad").click();
            assertThat(visit.text())
                    .contains("Het pad van Hans", "GGZ Breda", "De Sleutel", "Samira", "Joke")
                    .contains("Eerste bezoek afgezegd", "Slecht geslapen", "Losgelaten")
                    .doesNotContainIgnoringCase("mislukt");
            var taken = visit.page.screenshot();
            if (Written.asked()) {
                Files.write(PICTURE, taken);
            }
            assertThat(PICTURE).exists();
            assertThat(visit.complaints).isEmpty();
        }
    }
}

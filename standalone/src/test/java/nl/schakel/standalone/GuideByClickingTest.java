package nl.schakel.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import nl.schakel.standalone.Sides.BothWays;
import org.junit.jupiter.api.Test;

/** A guide: written with the person, released, read back, and stopped on the next look. */
@InBrowser
final class GuideByClickingTest {

    private static final String HELPS = "Als ik stil word: samen naar buiten.";
    private static final Pattern PAPER = Pattern.compile("/Type\\s*/Page[^s]");

    private final Town town = Town.town();

    @BothWays
    void it_is_read_under_consent_and_not_a_moment_longer(Sides sides) {
        var handover = Handover.started(town, sides);
        var guide = "/inwoners/" + handover.person + "/handleiding";
        try (var writer = Visit.as(town, sides.asker);
                var reader = Visit.as(town, sides.host)) {
            writer.go("/inwoners/" + handover.person).link("Handleiding").first().click();
            writer.link("Handleiding schrijven").click();
            assertThat(writer.page.locator("#kop0").inputValue()).isEqualTo("Wat doet mij goed");
            writer.page.locator("#tekst0").fill(HELPS);
            writer.button("Bewaar deze versie").click();
            assertThat(writer.text()).contains(HELPS, "Versie 1");
            assertThat(reader.go(guide).text()).doesNotContain(HELPS);
            var row = writer.holding("li.card", sides.receivingParty);
            row.locator(
                            "button",
                            new com.microsoft.playwright.Locator.LocatorOptions()
                                    .setHasText("geeft toestemming"))
                    .click();
            assertThat(reader.go(guide).text()).doesNotContain(HELPS);
            writer.holding("li.card", sides.receivingParty).getByText("Deel deze versie").click();
            assertThat(reader.go(guide).text()).contains(HELPS, "gedeeld door");
            reader.page.locator("#begrepen").fill("Even naar buiten dus.");
            reader.button("Lees terug").click();
            assertThat(reader.text()).as("shown where it stands").contains("Even naar buiten dus.");
            assertThat(writer.go("/inwoners/" + handover.person).text())
                    .contains("Even naar buiten dus.");
            writer.go(guide);
            writer.holding("li.card", sides.receivingParty).getByText("intrekken").click();
            assertThat(reader.go(guide).text()).doesNotContain(HELPS);
            assertThat(writer.complaints).isEmpty();
            assertThat(reader.complaints).isEmpty();
        }
    }

    @Test
    void the_longest_guide_prints_on_one_page() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        try (var samira = Visit.as(town, "samira")) {
            samira.go("/inwoners/" + handover.person + "/handleiding/schrijven");
            for (int heading = 0; heading < 5; heading++) {
                samira.page.locator("#tekst" + heading).fill("Rustig aan beginnen. ".repeat(27));
            }
            samira.button("Bewaar deze versie").click();
            assertThat(samira.text()).contains("Versie 1");
            var paper = samira.page.pdf(new Page.PdfOptions().setFormat("A4"));
            assertThat(PAPER.matcher(new String(paper, ISO_8859_1)).results().count()).isEqualTo(1);
        }
    }
}

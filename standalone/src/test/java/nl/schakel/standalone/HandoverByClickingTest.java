package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.query.web.frame.Dates;
import nl.schakel.standalone.Sides.BothWays;
import org.junit.jupiter.api.Test;

/** Case 1 lived through by clicking, from both sides, in two browsers at once; then mirrored. */
@InBrowser
final class HandoverByClickingTest {

    private static final String WISH = "Weer ergens nodig zijn.";

    private final Town town = Town.town();

    @BothWays
    void a_warm_handover_goes_all_the_way(Sides sides) {
        lived(sides, new Browser.NewContextOptions().setLocale("nl-NL"));
    }

    @Test
    void it_goes_all_the_way_on_phones_without_a_single_script() {
        lived(Sides.PROFESSIONAL_TO_INITIATIVE, Visit.phone().setJavaScriptEnabled(false));
    }

    private void lived(Sides sides, Browser.NewContextOptions how) {
        var name = "Nieuw " + UUID.randomUUID().toString().substring(0, 8);
        try (var asker = Visit.at(town, how).in(sides.asker);
                var host = Visit.at(town, how).in(sides.host)) {
            refers(asker, name, sides.receivingParty);
            var path = asker.page.url().replaceAll(".*(/inwoners/[0-9a-f-]+).*", "$1");
            assertThat(asker.text()).contains("Het pad van " + name, WISH, "antwoord op de");
            host.go("/").link(name).first().click();
            fill(host, "Iets vragen", "vraag", "Werkt hij liever met hout?");
            host.button("Stel de vraag").click();
            asker.go(path);
            fill(asker, "Vraag beantwoorden", "antwoord", "Met hout.");
            assertThat(asker.text()).contains("Werkt hij liever met hout?");
            asker.button("Geef antwoord").click();
            host.go(path).link("Welkom heten").click();
            host.button("Heet welkom").click();
            promises(asker.go(path), town.now().plus(Duration.ofHours(2)));
            asker.link("Bezoek afzeggen").click();
            asker.page.locator("#doorWie").selectOption(new SelectOption().setLabel(name));
            asker.button("Zeg het bezoek af").click();
            promises(asker, town.now().plus(Duration.ofMinutes(2)));
            host.go(path).link("Vertellen hoe het ging").click();
            host.page.locator("input[value=samen]").check();
            host.page.locator("#woorden").fill("Hij bleef langer.");
            assertThat(host.text()).contains("Dit gaat over het bezoek van");
            host.button("Vertel het").click();
            assertThat(host.text()).contains("Hij bleef langer.", "Samen geweest.");
            scales(asker.go(path), "Meer steun", "Geef meer steun", "nabij");
            scales(asker, "Minder steun", "Geef minder steun", "vinger-aan-de-pols");
            asker.link("Loslaten").click();
            asker.page.locator("#omkijkenTot").fill(day(56));
            asker.button("Laat los").click();
            host.go("/inwoners").link(name).click();
            host.link("Loslaten bevestigen").click();
            assertThat(host.text()).contains("Terug kan altijd bij", "de ander kijkt om tot");
            host.button("Wij kijken om").click();
            assertThat(host.text()).contains("Losgelaten, de ander kijkt om");
            assertThat(host.text()).doesNotContainIgnoringCase("mislukt");
            assertThat(asker.complaints).isEmpty();
            assertThat(host.complaints).isEmpty();
        }
    }

    private static void refers(Visit asker, String name, String party) {
        asker.go("/").link("Verwijzen").click();
        asker.page.locator("#wens").fill(WISH);
        asker.page.locator("summary").click();
        asker.page.locator("#naam").fill(name);
        pick(asker, "naar", party);
        asker.page.locator("#inwonerWeetHiervan").check();
        asker.page.locator("#ja").check();
        asker.page.locator("#toestemming").check();
        asker.button("Verstuur de vraag").click();
    }

    private void promises(Visit who, Instant when) {
        who.link("Eerste bezoek beloven").click();
        who.page.locator("#wanneer").fill(Dates.field(when));
        who.page.locator("#waar").fill("Aan de grote tafel");
        who.button("Beloof het bezoek").click();
        assertThat(who.text()).contains("Aan de grote tafel");
    }

    private void scales(Visit who, String link, String button, String level) {
        who.link(link).click();
        assertThat(who.text()).contains("De plek bij het initiatief blijft.");
        who.page.locator("input[value=individueel]").check();
        who.page.locator("input[value=" + level + "]").check();
        who.page.locator("#waarom").fill("Dit past nu.");
        who.page.locator("#weerKijkenOp").fill(day(60));
        who.button(button).click();
        assertThat(who.text()).contains("Dit past nu.");
    }

    private static void fill(Visit who, String link, String field, String words) {
        who.link(link).click();
        who.page.locator("#" + field).fill(words);
    }

    /** Chooses by how the label begins. */
    private static void pick(Visit who, String field, String label) {
        var option = who.holding("#" + field + " option", label).first();
        who.page.locator("#" + field).selectOption(option.getAttribute("value"));
    }

    private String day(int from) {
        return town.now().plus(Duration.ofDays(from)).toString().substring(0, 10);
    }
}

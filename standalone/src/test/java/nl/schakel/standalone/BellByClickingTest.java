package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import nl.schakel.standalone.Sides.BothWays;
import org.junit.jupiter.api.Test;

/** Somebody is worried, rings, is heard, and hears what came of it: two people, two browsers. */
@InBrowser
final class BellByClickingTest {

    private static final String SEEN = "Hij is twee keer niet gekomen.";
    private static final String CAME = "We spraken elkaar vanmiddag.";

    private final Town town = Town.town();

    @BothWays
    void whoever_rings_is_heard_and_hears_what_came_of_it(Sides sides) {
        lived(sides, new Browser.NewContextOptions().setLocale("nl-NL"));
    }

    @Test
    void it_works_on_a_phone_without_a_single_script() {
        lived(Sides.PROFESSIONAL_TO_INITIATIVE, Visit.phone().setJavaScriptEnabled(false));
    }

    private void lived(Sides sides, Browser.NewContextOptions how) {
        var handover = Handover.started(town, sides);
        try (var worried = Visit.at(town, how).in(sides.host);
                var rung = Visit.at(town, how).in(sides.asker)) {
            worried.go("/inwoners/" + handover.person);
            worried.link("Aan de bel trekken").click();
            assertThat(worried.text())
                    .as("whom to ring now")
                    .contains("112", "0800-2000", "0600000")
                    .containsPattern("Je bel gaat nu eerst naar [A-Z]")
                    .containsPattern("afgesproken tijd: uiterlijk (ma|di|wo|do|vr) ");
            worried.page.locator("#watZieJe").fill(SEEN);
            worried.page.locator("input[value=dringend]").check();
            worried.button("Trek aan de bel").click();
            assertThat(worried.text()).contains(SEEN, "Wordt gehoord uiterlijk");

            rung.go("/");
            rung.page.locator(".bells a").first().click();
            assertThat(rung.text()).contains(SEEN);
            rung.button("Ik heb het gehoord").click();
            rung.page.locator("#woorden").fill(CAME);
            rung.button("Vertel het").click();
            assertThat(rung.text()).contains(CAME);

            worried.page.reload();
            assertThat(worried.text()).contains(CAME, "Gehoord door", "hoe gaat het met jou?");
            assertThat(worried.go("/").text()).contains("Wat er van je bel kwam", CAME);
            assertThat(worried.complaints).isEmpty();
            assertThat(rung.complaints).isEmpty();
        }
    }

    @Test
    void a_colleague_hears_it_in_their_name_and_nobody_hears_her_own() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var bell = "/zorgsignalen/" + handover.rings("joke", SEEN).id();
        try (var joke = Visit.as(town, "joke");
                var peter = Visit.as(town, "peter")) {
            assertThat(joke.go(bell).button("Ik heb het gehoord").count()).isZero();
            peter.go(bell).button("Ik heb het gehoord").click();
            assertThat(peter.text()).contains("Gehoord door Peter");
        }
    }

    @Test
    void two_screens_two_fields_and_the_words_stay_when_something_is_missing() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        try (var joke = Visit.as(town, "joke")) {
            joke.go("/inwoners/" + handover.person + "/bel");
            var form = joke.page.locator("main form");
            assertThat(form.locator("textarea, fieldset").count()).isLessThanOrEqualTo(3);
            form.evaluate("form => form.noValidate = true");
            joke.page.locator("#watZieJe").fill(SEEN);
            joke.button("Trek aan de bel").click();
            assertThat(joke.page.locator("#watZieJe").inputValue()).isEqualTo(SEEN);
            assertThat(joke.page.getByRole(AriaRole.ALERT).innerText()).contains("niet gelukt");
            assertThat(joke.page.evaluate("document.activeElement.getAttribute('role')"))
                    .as("what is wrong has the focus")
                    .isEqualTo("alert");
        }
    }

    @Test
    void what_somebody_wrote_is_text_and_never_runs() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var payload =
                "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>";
        var bell = handover.rings("joke", payload).id();
        try (var samira = Visit.as(town, "samira")) {
            for (var path :
                    new String[] {"/zorgsignalen/" + bell, "/inwoners/" + handover.person}) {
                samira.go(path);
                assertThat(samira.text()).contains("<script>");
                assertThat(samira.page.title()).doesNotContain("ran");
            }
            assertThat(samira.complaints).as("not even tried").isEmpty();
        }
    }
}

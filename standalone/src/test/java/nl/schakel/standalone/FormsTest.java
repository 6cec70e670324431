package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.Test;

/** Forms: how little they ask, that nothing is lost, and that a keyboard is enough. */
@InBrowser
final class FormsTest {

    private static final String WISH = "Weer met hout werken.";
    private static final int TABS = 60;

    private final Town town = Town.town();

    @Test
    void a_referral_asks_five_things() {
        try (var samira = Visit.as(town, "samira")) {
            samira.go("/verwijzen");
            assertThat(mandatory(samira)).hasSize(4).contains("wens").doesNotContain("inwoner");
            assertThat(samira.page.locator("main form textarea").first().getAttribute("name"))
                    .as("the wish comes first")
                    .isEqualTo("wens");
        }
    }

    @Test
    void what_was_written_outlives_the_session_for_who_wrote_it() {
        try (var samira = Visit.as(town, "samira")) {
            writesAndComesTooLate(samira);
            assertThat(samira.page.locator("#wens").inputValue()).isEqualTo(WISH);
            assertThat(samira.text()).contains("nog niet verstuurd");
            samira.go("/verwijzen");
            assertThat(samira.page.locator("#wens").inputValue()).as("kept once").isEmpty();
        }
    }

    @Test
    void what_was_written_is_for_nobody_else_at_the_same_screen() {
        try (var samira = Visit.as(town, "samira")) {
            samira.go("/verwijzen");
            samira.page.context().clearCookies();
            writesAndComesTooLate(samira);
            var kept =
                    TestPostgres.superuser(town.database())
                            .sql("SELECT encode(fields, 'escape') FROM pages.draft")
                            .query(String.class)
                            .list();
            assertThat(kept).isNotEmpty().noneMatch(bytes -> bytes.contains("hout"));
            samira.page.locator("button[name=persona][value=joke]").click();
            assertThat(samira.page.url()).contains("/verwijzen");
            assertThat(samira.page.locator("#wens").inputValue()).isEmpty();
        }
    }

    @Test
    void a_form_that_nobody_was_shown_is_not_kept() {
        try (var stranger = Visit.at(town)) {
            var form = FormData.create().set("wens", WISH).set("wie", "eigengemaakt");
            var url = town.services().addresses().query() + "/verwijzen";
            var said = stranger.page.request().post(url, RequestOptions.create().setForm(form));
            assertThat(said.status()).isEqualTo(403);
        }
    }

    @Test
    void what_is_missing_is_said_and_what_was_written_stays() {
        try (var samira = Visit.as(town, "samira")) {
            samira.go("/verwijzen").page.locator("#wens").fill(WISH);
            samira.page
                    .locator("form[action='/verwijzen']")
                    .evaluate("form => form.noValidate = true");
            samira.button("Verstuur de vraag").click();
            assertThat(samira.page.locator("#wens").inputValue()).isEqualTo(WISH);
            assertThat(samira.page.getByRole(AriaRole.ALERT).innerText())
                    .contains("Over wie gaat het? Dit is nodig.", "Wie vraag je? Dit is nodig.");
            assertThat(samira.page.evaluate("document.activeElement.getAttribute('role')"))
                    .isEqualTo("alert");
        }
    }

    @Test
    void a_form_that_is_sent_twice_is_done_once() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        try (var joke = Visit.as(town, "joke")) {
            joke.go("/inwoners/" + handover.person).link("Iets vragen").click();
            joke.page.locator("#vraag").fill("Twee keer?");
            joke.button("Stel de vraag").dblclick();
            joke.page.waitForURL("**naPositie**");
            assertThat(joke.holding("h3", "Vraag gesteld").count()).isEqualTo(1);
        }
    }

    @Test
    void a_keyboard_is_enough_and_shows_where_it_is() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        try (var joke = Visit.as(town, "joke")) {
            joke.go("/inwoners/" + handover.person);
            reach(joke, "Iets vragen");
            joke.page.keyboard().press("Enter");
            joke.page.waitForURL("**/vraag");
            reach(joke, "vraag");
            joke.page.keyboard().type("Kan het op dinsdag?");
            reach(joke, "Stel de vraag");
            joke.page.keyboard().press("Enter");
            joke.page.waitForURL("**naPositie**");
            assertThat(joke.text()).contains("Kan het op dinsdag?");
        }
    }

    @Test
    void somebody_is_referred_and_a_bell_is_rung_by_keyboard_alone() {
        try (var samira = Visit.as(town, "samira")) {
            reach(samira, "Verwijzen");
            samira.page.keyboard().press("Enter");
            samira.page.waitForURL("**/verwijzen");
            reach(samira, "wens");
            samira.page.keyboard().type(WISH);
            reach(samira, "Staat de inwoner er nog niet bij?");
            samira.page.keyboard().press("Enter");
            reach(samira, "naam");
            samira.page.keyboard().type("Toets");
            reach(samira, "naar");
            samira.page.keyboard().type("De Sleutel");
            reach(samira, "inwonerWeetHiervan");
            samira.page.keyboard().press("Space");
            reach(samira, "Verstuur de vraag");
            samira.page.keyboard().press("Enter");
            samira.page.waitForURL("**naPositie**");
            assertThat(samira.text()).contains("Het pad van Toets", WISH);
            reach(samira, "Aan de bel trekken");
            samira.page.keyboard().press("Enter");
            samira.page.waitForURL("**/bel");
            reach(samira, "watZieJe");
            samira.page.keyboard().type("Stil.");
            reach(samira, "hoeDringend");
            samira.page.keyboard().press("Space");
            reach(samira, "Trek aan de bel");
            samira.page.keyboard().press("Enter");
            samira.page.waitForURL("**naPositie**");
            assertThat(samira.text()).contains("Zorgsignaal over Toets");
        }
    }

    /** Presses Tab until a field of this name, or a link or button with these words, has it. */
    private static void reach(Visit visit, String what) {
        for (int tab = 0; tab < TABS; tab++) {
            visit.page.keyboard().press("Tab");
            var here =
                    (List<?>)
                            visit.page.evaluate(
                                    "(() => { const e = document.activeElement; const s ="
                                            + " getComputedStyle(e); return [e.name || '', e.innerText ||"
                                            + " '', s.outlineStyle]; })()");
            if (here.get(0).equals(what) || String.valueOf(here.get(1)).strip().equals(what)) {
                assertThat(here.get(2)).as("focus is seen on " + what).isEqualTo("solid");
                return;
            }
        }
        throw new AssertionError("no Tab leads to " + what);
    }

    private static Set<String> mandatory(Visit visit) {
        var names = new TreeSet<String>();
        for (var field : visit.page.locator("main form [required]").all()) {
            names.add(Objects.requireNonNull(field.getAttribute("name")));
        }
        return names;
    }

    private void writesAndComesTooLate(Visit samira) {
        if (!samira.page.url().endsWith("/verwijzen")) {
            samira.go("/verwijzen");
        }
        samira.page.locator("#wens").fill(WISH);
        sessionsEnd();
        samira.page.locator("form[action='/verwijzen']").evaluate("form => form.noValidate = true");
        samira.button("Verstuur de vraag").click();
    }

    private void sessionsEnd() {
        TestPostgres.superuser(town.database()).sql("DELETE FROM pages.session").update();
    }
}

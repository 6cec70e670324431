package nl.schakel.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.events.PersonId;
import nl.schakel.vault.Scopes;
import nl.schakel.vault.Vault;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Whether everybody can use every screen, in each state: empty, wrong, long, erased, small as a
 * phone at its largest letters, in the dark. The pictures stay in {@code target/pictures}, to be
 * looked at by eye.
 */
@InBrowser
final class EverybodyTest {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Also what somebody sees who makes a page of 1,280 points four times as large. */
    private static final int SMALL = 320;

    private final Town town = Town.town();
    private final Map<String, String> titles = new LinkedHashMap<>();

    @Test
    void on_a_small_screen_in_the_dark() {
        everywhere("phone", Visit.phone().setViewportSize(SMALL, 640));
    }

    @Test
    void on_a_large_screen_in_the_light() {
        everywhere(
                "large",
                Visit.phone().setViewportSize(1280, 900).setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void when_nothing_is_there_something_is_wrong_or_somebody_was_erased() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var here = "/inwoners/" + handover.person;
        var how = Visit.phone().setViewportSize(SMALL, 640);
        try (var mieke = Visit.at(town, how).in("mieke")) {
            usable(mieke, "empty-day");
        }
        try (var samira = Visit.at(town, how).in("samira")) {
            samira.go(here + "/bel");
            samira.page.locator("main form").evaluate("form => form.noValidate = true");
            samira.button("Trek aan de bel").click();
            usable(samira, "wrong-bell");
            samira.go("/verwijzen").page.locator("#wens").fill("Nog iets.");
            samira.page.locator("main form").evaluate("form => form.noValidate = true");
            samira.button("Verstuur de vraag").click();
            usable(samira, "wrong-referral");
            handover.rings("joke", "Donaudampfschiff".repeat(125));
            samira.go(here);
            usable(samira, "long-path");
            var vault = town.services().query().getBean(Vault.class);
            vault.destroy(new PersonId(handover.person), Scopes.IDENTITY, town.now());
            samira.go(here);
            assertThat(samira.text()).contains("gewist");
            usable(samira, "erased-path");
        }
    }

    private void everywhere(String how, Browser.NewContextOptions options) {
        var access = Access.underWay(town);
        access.handover().promises(Duration.ofHours(1));
        var pages = PagesTest.pages(access).keySet();
        try (var visit = Visit.at(town, options)) {
            visit.go("/");
            usable(visit, how + "-who");
            visit.in("samira");
            usable(visit, how + "-day");
            show(visit, how, pages.stream().filter(page -> !page.startsWith("/historie")).toList());
            visit.go("/inwoners/" + UUID.randomUUID());
            usable(visit, how + "-not-there");
        }
        try (var auditor = Visit.at(town, options).in("auditor")) {
            show(
                    auditor,
                    how,
                    pages.stream().filter(page -> page.startsWith("/historie")).toList());
        }
        assertThat(titles.values()).as("each has a title of its own").doesNotHaveDuplicates();
    }

    private void show(Visit visit, String how, List<String> pages) {
        for (var page : pages) {
            visit.go(page);
            usable(visit, how + page.replaceAll("/[0-9a-f-]{36}|/", "-"));
            wellFormed(page, visit.answer(page).text());
        }
    }

    private void usable(Visit visit, String where) {
        visit.page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(where + ".png")));
        titles.put(where, visit.page.title());
        var wrong = new AxeBuilder(visit.page).withTags(RULES).analyze().getViolations();
        assertThat(wrong.stream().map(rule -> rule.getId() + rule.getNodes().getFirst().getHtml()))
                .as(where)
                .isEmpty();
        assertThat(visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out on " + where)
                .isEqualTo(true);
        for (var bell : visit.page.locator(".ring").all()) {
            assertThat(bell.boundingBox().height)
                    .as("the bell on " + where)
                    .isGreaterThanOrEqualTo(44);
        }
    }

    /** Without one complaint of a parser that follows the standard to the letter. */
    private static void wellFormed(String page, String html) {
        var complaints = new ArrayList<String>();
        var parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setContentHandler(new DefaultHandler());
        parser.setErrorHandler(
                new ErrorHandler() {
                    @Override
                    public void warning(SAXParseException said) {
                        complaints.add(said.getMessage());
                    }

                    @Override
                    public void error(SAXParseException said) {
                        complaints.add(said.getMessage());
                    }

                    @Override
                    public void fatalError(SAXParseException said) {
                        complaints.add(said.getMessage());
                    }
                });
        try {
            parser.parse(new InputSource(new ByteArrayInputStream(html.getBytes(UTF_8))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertThat(complaints).as(page).isEmpty();
    }
}

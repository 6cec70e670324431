package nl.schakel.standalone;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.schakel.standalone.story.Addresses;

/** Somebody at the pages in a real Chromium, in a profile of her own. */
final class Visit implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** One browser for each thread that tests; it ends with the process. */
    private static final ThreadLocal<Browser> BROWSERS =
            ThreadLocal.withInitial(
                    () ->
                            Playwright.create(
                                            new Playwright.CreateOptions()
                                                    .setEnv(
                                                            Map.of(
                                                                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                                                    "1")))
                                    .chromium()
                                    .launch(
                                            new BrowserType.LaunchOptions()
                                                    .setExecutablePath(CHROMIUM)
                                                    .setArgs(
                                                            List.of(
                                                                    "--no-sandbox",
                                                                    "--disable-gpu",
                                                                    "--disable-background-networking"))));

    final Page page;
    final List<String> complaints = new ArrayList<>();
    private final BrowserContext profile;
    private final String home;

    private Visit(String home, Browser.NewContextOptions how) {
        this.home = home;
        profile = BROWSERS.get().newContext(how);
        page = profile.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(
                said -> {
                    if (said.type().equals("error")) {
                        complaints.add(said.text());
                    }
                });
        page.onPageError(complaints::add);
    }

    /** Not logged in yet. */
    static Visit at(Town town) {
        return at(town, new Browser.NewContextOptions().setLocale("nl-NL"));
    }

    /** The same on another screen, or without scripts. */
    static Visit at(Town town, Browser.NewContextOptions how) {
        return at(town.services().addresses(), how);
    }

    /** At any pages. */
    static Visit at(Addresses addresses, Browser.NewContextOptions how) {
        return new Visit(addresses.query(), how);
    }

    /** Logged in as this persona, by one click. */
    static Visit as(Town town, String persona) {
        return at(town).in(persona);
    }

    /** A phone in the dark. */
    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setLocale("nl-NL")
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK);
    }

    /** Chooses who she is. */
    Visit in(String persona) {
        go("/");
        page.locator("button[name=persona][value='" + persona + "']").click();
        return this;
    }

    /** Opens a page of ours. */
    Visit go(String path) {
        page.navigate(home + path);
        return this;
    }

    /** A link or button by what it says. */
    Locator button(String says) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(says)));
    }

    /** A link by what it says. */
    Locator link(String says) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(says)));
    }

    /** What looks like this and holds these words. */
    Locator holding(String selector, String words) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(words));
    }

    /** All that can be read on the page. */
    String text() {
        return page.locator("body").innerText();
    }

    /** What a page answers to her browser, without showing it. */
    APIResponse answer(String path) {
        return profile.request().get(home + path);
    }

    /** Her session, as her browser sends it along. */
    String cookie() {
        return profile.cookies(home).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        profile.close();
    }
}

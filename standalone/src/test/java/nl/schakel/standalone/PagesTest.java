package nl.schakel.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.standalone.login.DemoLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page: for whom it is there, and what it lets a browser do. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {

    private static final int TABS = 8;

    /** How every token of the demo login begins: the name of its key. */
    private static final String JWT = "eyJraWQiOi";

    private final Town town = Town.town();
    private final Access access = Access.underWay(town);
    private final Map<String, String> pages = pages(access);

    /** Every page about one handover, and the route for whose callers it is there. */
    static Map<String, String> pages(Access access) {
        var person = access.handover().person;
        var bell = access.handover().rings("joke", "Hij is stil.").id();
        var path = "GET /v1/inwoners/{id}/pad";
        var here = "/inwoners/" + person;
        return Map.of(
                here,
                path,
                "/inwoners",
                "GET /v1/inwoners",
                here + "/bel",
                "GET /v1/inwoners/{id}/contacten",
                here + "/handleiding",
                path,
                here + "/handleiding/schrijven",
                path,
                here + "/verwijzingen/" + access.handover().referral + "/meer-steun",
                path,
                "/verwijzen",
                "POST /v1/inwoners",
                "/zorgsignalen/" + bell,
                "GET /v1/zorgsignalen/{id}",
                "/historie",
                "GET /v1/historie/inwoners",
                "/historie" + here,
                "GET /v1/historie/inwoners/{id}");
    }

    @Test
    void each_page_is_there_for_who_may_and_for_nobody_else() {
        for (var persona : DemoLogin.PERSONAS) {
            try (var visit = Visit.as(town, persona)) {
                var notThere = visit.answer("/inwoners/" + UUID.randomUUID()).text();
                pages.forEach(
                        (page, route) -> {
                            var said = visit.answer(page);
                            var may = letIn(route).contains(persona);
                            assertThat(said.status())
                                    .as(persona + " on " + page)
                                    .isEqualTo(may ? 200 : 404);
                            if (!may) {
                                assertThat(said.text()).isEqualTo(notThere);
                            }
                        });
            }
        }
    }

    @Test
    void a_page_keeps_to_itself() {
        try (var visit = Visit.as(town, "samira")) {
            var said = visit.answer("/");
            assertThat(said.headers().get("content-security-policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(said.headers().get("cache-control")).contains("no-store");
            assertThat(said.headers()).containsEntry("x-content-type-options", "nosniff");
            var style = visit.page.locator("link[rel=stylesheet]").getAttribute("href");
            assertThat(style).matches("/vorm/schakel-[0-9a-f]{32}\\.css");
            var look = visit.answer(style);
            assertThat(look.headers().get("cache-control")).contains("max-age=31536000");
            assertThat(look.body().length).isLessThanOrEqualTo(12_000);
        }
    }

    @Test
    void a_form_from_elsewhere_does_nothing() {
        try (var visit = Visit.as(town, "joke")) {
            var before = bells();
            var sent =
                    visit.page
                            .request()
                            .post(
                                    visit.page.url()
                                            + "inwoners/"
                                            + access.handover().person
                                            + "/bel");
            assertThat(sent.status()).isEqualTo(403);
            assertThat(sent.text()).contains("Niet verstuurd");
            assertThat(bells()).isEqualTo(before);
        }
    }

    @Test
    void logging_out_ends_both() {
        try (var visit = Visit.as(town, "samira")) {
            visit.button("Uitloggen").click();
            assertThat(visit.text()).contains("Wie ben je?");
            visit.go("/");
            assertThat(visit.text()).contains("Wie ben je?").doesNotContain("Mijn dag");
        }
    }

    @Test
    void the_demo_login_sends_nobody_elsewhere() {
        var asked =
                town.services().addresses().login()
                        + "/oauth2/authorize?response_type=code&client_id=schakel-pages&scope=openid"
                        + "&code_challenge=x&code_challenge_method=S256&redirect_uri=";
        var back = "/login/oauth2/code/schakel";
        assertThat(Wire.ask("GET", asked + "http://elders.example" + back, null).status())
                .isEqualTo(400);
        assertThat(Wire.ask("GET", asked + "http://localhost:1/elders", null).status())
                .isEqualTo(400);
        assertThat(Wire.ask("GET", asked + "http://localhost:1" + back, null).header("Location"))
                .endsWith("/kies-persona");
    }

    @Test
    void a_session_holds_a_mark_and_tokens_that_only_the_master_key_opens() {
        try (var visit = Visit.as(town, "samira")) {
            assertThat(visit.text()).contains("Mijn dag");
            var rows = TestPostgres.superuser(town.database());
            var kept =
                    rows.sql(
                                    "SELECT attribute_name || ' ' || encode(attribute_bytes, 'escape')"
                                            + " FROM pages.session_attributes")
                            .query(String.class)
                            .list();
            assertThat(kept).anyMatch(one -> one.contains("Visitor"));
            assertThat(kept).noneMatch(one -> one.contains("samira") || one.contains(JWT));
            var tokens =
                    rows.sql("SELECT encode(access, 'escape') FROM pages.client")
                            .query(String.class)
                            .list();
            assertThat(tokens).isNotEmpty().noneMatch(token -> token.contains(JWT));
        }
    }

    /** The provider takes a refresh token once: two that use it at the same time lose one. */
    @Test
    void tabs_that_need_a_new_token_at_once_all_get_one() throws Exception {
        try (var visit = Visit.as(town, "joke");
                var hands = Executors.newFixedThreadPool(TABS)) {
            visit.go("/inwoners/" + access.handover().person + "/bel");
            var csrf = visit.page.locator("main input[name=_csrf]").getAttribute("value");
            var cookie = visit.cookie();
            var url = visit.page.url();
            TestPostgres.superuser(town.database())
                    .sql(
                            "UPDATE pages.client SET issued = now() - interval '1 hour',"
                                    + " expires = now() - interval '1 minute'")
                    .update();
            var sent = new ArrayList<Callable<Integer>>();
            for (int tab = 0; tab < TABS; tab++) {
                var form =
                        "watZieJe=stil&hoeDringend=zorg&sleutel=tab%d&_csrf=%s"
                                .formatted(tab, URLEncoder.encode(csrf, UTF_8));
                sent.add(() -> sent(url, form, cookie));
            }
            for (var answer : hands.invokeAll(sent)) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }
    }

    private static int sent(String url, String form, String cookie) {
        return Wire.ask(
                        "POST",
                        url,
                        form,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        cookie)
                .status();
    }

    private Set<String> letIn(String route) {
        return access.routes().stream()
                .filter(one -> one.name().equals(route))
                .findFirst()
                .orElseThrow()
                .letIn();
    }

    private long bells() {
        return TestPostgres.superuser(town.database())
                .sql("SELECT count(*) FROM ledger.fact WHERE name = 'concern.raised'")
                .query(Long.class)
                .single();
    }
}

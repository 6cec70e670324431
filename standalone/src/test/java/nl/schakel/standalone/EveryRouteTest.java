package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.standalone.Access.Route;
import nl.schakel.standalone.Wire.Said;
import nl.schakel.standalone.login.DemoLogin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route there is, for everybody there is: closed by default, and deny looks like not there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryRouteTest {

    /** Public on purpose: how to talk to us. */
    private static final String DESCRIPTION = "GET /v1/openapi.json";

    /** The same in another notation, for whoever has a token. */
    private static final String DESCRIPTION_IN_YAML = "GET /v1/openapi.json.yaml";

    private static final Set<Integer> LET_IN = Set.of(200, 201, 409);

    /** The clock, and what the server says of the connection (its hundredth answer is its last). */
    private static final Set<String> NOT_ABOUT_WHAT = Set.of("date", "connection", "keep-alive");

    private final Town town = Town.town();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private List<Route> routes = List.of();
    private Set<String> secrets = Set.of();

    @BeforeAll
    void a_handover_is_well_under_way() {
        var access = Access.underWay(town);
        var handover = access.handover();
        routes = access.routes();
        secrets = Set.of(handover.person.toString(), handover.referral.toString());
        DemoLogin.PERSONAS.forEach(persona -> tokens.put(persona, Tokens.of(town).token(persona)));
        var login = "inwoner-" + UUID.randomUUID();
        handover.onPerson("beheer", "/accounts", Map.of("account", login));
        tokens.put(Access.PERSON, Tokens.of(town).token(login));
    }

    @Test
    void the_table_has_a_row_for_every_route_and_for_no_other() {
        var described = List.of(DESCRIPTION, DESCRIPTION_IN_YAML);
        var known = Stream.concat(routes.stream().map(Route::name), described.stream());
        assertThat(mapped().keySet())
                .as("Say in Access who is let in, from the rules, before you look at the code.")
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(known.toList()));
    }

    @Test
    void without_a_token_nothing_is_there_but_the_description() {
        mapped().forEach(
                        (route, url) -> {
                            var said = Wire.ask(method(route), url, null);
                            if (route.equals(DESCRIPTION)) {
                                assertThat(said.status()).isEqualTo(200);
                            } else {
                                unknownCaller(route, said);
                            }
                        });
    }

    @Test
    void a_token_that_is_not_ours_opens_nothing() {
        var good = Tokens.of(town);
        var wrong =
                Map.of(
                        "another issuer", good.fromIssuer("https://elders.example"),
                        "another audience", good.forAudience("other-query"),
                        "another type", good.ofType("JWT"),
                        "another key", good.forged(),
                        "yesterday", good.expired());
        wrong.forEach(
                (why, tokens) -> {
                    var bearer = "Bearer " + tokens.token("samira");
                    for (var route : routes) {
                        var said =
                                Wire.ask(route.method(), url(route), null, "Authorization", bearer);
                        unknownCaller(why + " on " + route.name(), said);
                    }
                });
        assertThat(Wire.get(good.token("samira"), url(routes.getFirst())).status()).isEqualTo(200);
    }

    @Test
    void every_route_lets_in_who_may_and_is_not_there_for_anybody_else() {
        var notThere = notThere();
        var wrong = new ArrayList<String>();
        for (var route : routes) {
            for (var persona : tokens.keySet()) {
                var said = knock(route, route.path(), persona);
                boolean right =
                        route.letIn().contains(persona)
                                ? LET_IN.contains(said.status())
                                : said.withoutTrace().equals(notThere);
                if (!right) {
                    wrong.add(route.name() + " for " + persona + ": " + said);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_not_there_is_told_to_everybody_in_the_very_same_bytes() {
        var notThere = notThere();
        for (var route : routes) {
            if (!route.ids().isEmpty()) {
                for (var persona : tokens.keySet()) {
                    var said = knock(route, route.nowhere(), persona);
                    assertThat(said.withoutTrace())
                            .as(route.name() + " for " + persona)
                            .isEqualTo(notThere);
                }
            }
        }
    }

    @Test
    void not_yours_and_not_there_are_told_in_the_same_headers() {
        for (var route : routes) {
            if (!route.ids().isEmpty() && !route.letIn().contains("badhuis")) {
                var notYours = knock(route, route.path(), "badhuis");
                var notThere = knock(route, route.nowhere(), "badhuis");
                assertThat(steady(notYours)).as(route.name()).isEqualTo(steady(notThere));
            }
        }
    }

    @Test
    void what_a_body_names_is_not_there_either_when_it_is_not_yours() {
        var notThere = notThere();
        var nobody = UUID.randomUUID().toString();
        for (var route : routes) {
            if (route.body() instanceof Map<?, ?> body && body.containsKey("inwoner")) {
                var fields = Stream.of("inwoner", "naar").filter(body::containsKey);
                for (var field : fields.toList()) {
                    var other = new LinkedHashMap<Object, Object>(body);
                    other.put(field, nobody);
                    var said = Wire.post(token("samira"), url(route), other);
                    assertThat(said.withoutTrace()).isEqualTo(notThere);
                }
            }
        }
    }

    @Test
    void no_list_holds_what_is_not_yours() {
        var lists = routes.stream().filter(route -> route.asks() && route.ids().isEmpty());
        var outsiders = List.of("wim", "eline", "mieke", "tom", "badhuis", "beleid", "beheer");
        lists.forEach(
                route -> {
                    for (var persona : outsiders) {
                        var said = knock(route, route.path() + "?aantal=200", persona);
                        boolean mine = route.letIn().contains(persona);
                        assertThat(said.status()).isEqualTo(mine ? 200 : 404);
                        assertThat(secrets).noneMatch(said.text()::contains);
                    }
                });
        var mine = knock(route("GET /v1/zorgsignalen"), "/v1/zorgsignalen?aantal=200", "samira");
        assertThat(secrets).allMatch(mine.text()::contains);
    }

    @Test
    void whoever_has_a_token_may_read_the_description_in_another_notation() {
        var url = town.services().addresses().query() + "/v1/openapi.json.yaml";
        assertThat(Wire.get(token("hans"), url).status()).isEqualTo(200);
    }

    private Said knock(Route route, String path, String persona) {
        var url = base(route.asks()) + path;
        var token = token(persona);
        return route.asks()
                ? Wire.get(token, url)
                : Wire.ask(
                        route.method(),
                        url,
                        route.body(),
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private String notThere() {
        var url = base(true) + "/v1/verwijzingen/" + UUID.randomUUID();
        var said = Wire.get(token("samira"), url);
        assertThat(said.status()).isEqualTo(404);
        assertThat(said.problem()).isEqualTo("niet-gevonden");
        return said.withoutTrace();
    }

    private static void unknownCaller(String why, Said said) {
        assertThat(said.status()).as(why).isEqualTo(401);
        assertThat(said.header("Content-Type")).startsWith("application/problem+json");
        assertThat(said.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(said.header("API-Version")).as(why).isEqualTo("1.0.0");
        assertThat(said.problem()).isEqualTo("niet-ingelogd");
    }

    private static Map<String, List<String>> steady(Said said) {
        var steady = new LinkedHashMap<>(said.headers().map());
        NOT_ABOUT_WHAT.forEach(steady::remove);
        return steady;
    }

    /** Every route of both services, with an address that fits. */
    private Map<String, String> mapped() {
        var all = new LinkedHashMap<String, String>();
        for (var context : List.of(town.services().command(), town.services().query())) {
            var base = base(context == town.services().query());
            mappings(context)
                    .forEach(
                            info ->
                                    names(info)
                                            .forEach(
                                                    name -> all.put(name, base + somewhere(name))));
        }
        return all;
    }

    private static Stream<RequestMappingInfo> mappings(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(
                        info ->
                                info.getPatternValues().stream()
                                        .allMatch(EveryRouteTest::ofTheApi));
    }

    /** Pages are tried in {@link PagesTest}. */
    private static boolean ofTheApi(String pattern) {
        return pattern.startsWith("/v1/");
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(p -> method + " " + p));
    }

    private static String somewhere(String name) {
        var id = UUID.randomUUID().toString();
        return name.substring(name.indexOf(' ') + 1).replaceAll("\\{[a-z]+}", id);
    }

    private static String method(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    private Route route(String name) {
        return routes.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    private String url(Route route) {
        return base(route.asks()) + route.path();
    }

    private String base(boolean asks) {
        var addresses = town.services().addresses();
        return asks ? addresses.query() : addresses.command();
    }

    private String token(String persona) {
        return Objects.requireNonNull(tokens.get(persona));
    }
}

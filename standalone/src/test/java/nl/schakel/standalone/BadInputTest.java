package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.standalone.Access.Route;
import nl.schakel.standalone.Wire.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is refused once, with all mistakes named in Dutch, and nothing is kept. */
final class BadInputTest {

    private static final String REFER = "/v1/verwijzingen";
    private static final String NOT_JSON = "Dit is geen geldige JSON.";
    private static final String WRONG_KIND = "Dit is niet van de goede soort.";
    private static final String NEEDED = "Dit is nodig.";
    private static final String EMPTY = "Vul hier iets in.";
    private static final String TOO_LONG = "Dit is te lang.";
    private static final String UNKNOWN = "Dit veld kennen wij niet.";
    private static final String FUTURE = "Dit ligt in de toekomst.";

    private final Town town = Town.town();
    private final Tokens tokens = Tokens.of(town);
    private long factsBefore;

    @BeforeEach
    void what_people_told_so_far() {
        factsBefore = factsOfPeople();
    }

    @AfterEach
    void nothing_was_recorded() {
        assertThat(factsOfPeople()).isEqualTo(factsBefore);
    }

    @Test
    void every_mistake_is_named_at_once() {
        var said =
                post(
                        REFER,
                        """
                        {"inwoner": "hans", "wens": "   ", "contact": 7, "vervanger": {"naam": "Peter"},
                         "inwonerWeetHiervan": "ja", "kleur": "blauw", "gebeurdOp": "gisteren", "gemeldDoor": []}
                        """);
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.problem()).isEqualTo("ongeldig");
        assertThat(said.faults())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "inwoner", WRONG_KIND,
                                "naar", NEEDED,
                                "wens", EMPTY,
                                "contact", WRONG_KIND,
                                "vervanger", WRONG_KIND,
                                "inwonerWeetHiervan", WRONG_KIND,
                                "kleur", UNKNOWN,
                                "gebeurdOp", WRONG_KIND,
                                "gemeldDoor", WRONG_KIND));
    }

    @Test
    void a_mistake_deep_inside_is_named_where_it_is() {
        var tooLong = "w".repeat(101);
        var said =
                post(
                        "/v1/inwoners/" + UUID.randomUUID() + "/handleidingen",
                        """
                        {"kopjes": [{"kop": "Wat helpt"}, {"kop": "%s", "tekst": ""},
                                    {"kop": "Rust", "tekst": "Stil.", "kleur": 1}, null]}
                        """
                                .formatted(tooLong));
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "kopjes[0].tekst", NEEDED,
                                "kopjes[1].kop", TOO_LONG,
                                "kopjes[1].tekst", EMPTY,
                                "kopjes[2].kleur", UNKNOWN,
                                "kopjes[3]", NEEDED));
    }

    @Test
    void a_text_has_at_most_two_thousand_characters_however_they_are_stored() {
        var bell = Map.of("inwoner", UUID.randomUUID(), "hoeDringend", "zorg");
        var fits = post("/v1/zorgsignalen", with(bell, "watZieJe", "🪑".repeat(2_000)));
        assertThat(fits.status()).as("read, and then not there").isEqualTo(404);
        var tooLong = post("/v1/zorgsignalen", with(bell, "watZieJe", "e".repeat(2_001)));
        assertThat(tooLong.faults()).isEqualTo(Map.of("watZieJe", TOO_LONG));
    }

    @Test
    void no_command_takes_a_field_that_it_does_not_know_or_one_of_the_wrong_kind() {
        var wrong = Map.of("kleur", "blauw", "gebeurdOp", 7, "gemeldDoor", "hans");
        var expected = Map.of("kleur", UNKNOWN, "gebeurdOp", WRONG_KIND, "gemeldDoor", WRONG_KIND);
        for (var route : commands()) {
            var said = tell(route, with(route, wrong));
            assertThat(said.status()).as(route.name()).isEqualTo(400);
            assertThat(said.faults()).as(route.name()).isEqualTo(expected);
        }
    }

    @Test
    void no_command_happened_in_the_future() {
        var future = Map.of("gebeurdOp", town.now().plusSeconds(1).toString());
        for (var route : commands()) {
            var said = tell(route, with(route, future));
            assertThat(said.status()).as(route.name()).isEqualTo(400);
            assertThat(said.faults()).as(route.name()).isEqualTo(Map.of("gebeurdOp", FUTURE));
        }
    }

    @Test
    void every_field_that_is_needed_is_asked_for() {
        for (var route : commands()) {
            var needed = new TreeSet<>(with(route, Map.of()).keySet());
            needed.remove("verwijzing");
            if (!needed.isEmpty()) {
                var said = tell(route, Map.of());
                assertThat(said.status()).as(route.name()).isEqualTo(400);
                assertThat(said.faults().keySet()).as(route.name()).isEqualTo(needed);
                assertThat(said.faults().values()).isSubsetOf(NEEDED, EMPTY);
            }
        }
    }

    @Test
    void a_request_has_at_most_twenty_kilobytes() {
        var tooBig = "{\"naam\": \"" + "x".repeat(20_000) + "\"}";
        assertThat(post("/v1/inwoners", tooBig).faults())
                .isEqualTo(Map.of("", "Dit verzoek is te groot: hooguit 20.000 tekens."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "nee",
                "null",
                "7",
                "\"tekst\"",
                "[]",
                "[{}]",
                "{",
                "{\"naam\": }",
                "{\"naam\": \"a\"} {\"naam\": \"b\"}",
                "{\"naam\": \"a\", \"naam\": \"b\"}",
                "{'naam': 'a'}",
                "{\"naam\": \"a\"} // klaar",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}}"
            })
    void what_is_not_one_json_object_cannot_be_read(String body) {
        var said = post("/v1/inwoners", body);
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults()).isEqualTo(Map.of("", NOT_JSON));
    }

    @Test
    void bytes_that_are_no_text_cannot_be_read() {
        var latin = "{\"naam\": \"Noëlle\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post("/v1/inwoners", latin).faults()).isEqualTo(Map.of("", NOT_JSON));
        var half = "{\"naam\": \"a\\ud83eb\", \"roepnaam\": \"b\", \"buurt\": \"c\"}";
        assertThat(post("/v1/inwoners", half).faults()).isEqualTo(Map.of("naam", WRONG_KIND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void only_json_is_read(String type) {
        var said = post("/v1/inwoners", "{}", "Content-Type", type);
        assertThat(said.status()).isEqualTo(415);
        assertThat(said.problem()).isEqualTo("andere-vorm");
    }

    @Test
    void a_question_names_what_is_wrong_with_it() {
        var query = town.services().addresses().query();
        var token = tokens.token("samira");
        for (var wrong : List.of("naPositie=x", "na=x", "aantal=x", "aantal=1.5")) {
            for (var list : List.of("/v1/werklijst", "/v1/zorgsignalen")) {
                var said = Wire.get(token, query + list + "?" + wrong);
                assertThat(said.status()).as(list + wrong).isEqualTo(400);
                var field = wrong.substring(0, wrong.indexOf('='));
                assertThat(said.faults()).isEqualTo(Map.of(field, WRONG_KIND));
            }
        }
        var status = Wire.get(token, query + "/v1/zorgsignalen?status=dicht");
        assertThat(status.faults()).isEqualTo(Map.of("status", "Kies een van de mogelijkheden."));
    }

    private List<Route> commands() {
        var commands =
                Access.underWay(town).routes().stream().filter(route -> !route.asks()).toList();
        factsBefore = factsOfPeople();
        return commands;
    }

    private Said tell(Route route, Object body) {
        return Wire.ask(
                route.method(),
                town.services().addresses().command() + route.path(),
                body,
                "Authorization",
                "Bearer " + tokens.token(route.somebody()),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Said post(String path, Object body, String... headers) {
        var url = town.services().addresses().command() + path;
        return Wire.post(tokens.token("samira"), url, body, headers);
    }

    /** What the clock rings meanwhile is not told by people. */
    private long factsOfPeople() {
        return TestPostgres.superuser(town.database())
                .sql("SELECT count(*) FROM ledger.fact WHERE name <> 'concern.contact-rung'")
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> with(Route route, Map<String, ?> more) {
        var all = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(route.body()))
                .forEach((field, value) -> all.put((String) field, value));
        all.putAll(more);
        return all;
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        var all = new LinkedHashMap<String, Object>(body);
        all.put(field, value);
        return all;
    }
}

package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A list is read page by page to its end: nothing is lost, and nothing comes twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagingTest {

    private static final int MORE_THAN_A_PAGE_HOLDS = 203;
    private static final int BELLS = 5;
    private static final String WORKLIST = "/v1/werklijst";
    private static final String CONCERNS = "/v1/zorgsignalen";

    private final Town town = Town.town();
    private String token = "";
    private List<String> referrals = List.of();
    private List<String> bells = List.of();

    /** A party of its own, so that only what is told here is on its lists. */
    @BeforeAll
    void many_questions_wait_for_one_party() {
        var place = Map.of("soort", "initiatief", "naam", "Druk", "buurt", "Noord");
        var party = tell("beheer", "/v1/partijen", place);
        var login = "druk-" + UUID.randomUUID();
        var member = Map.of("naam", "Druk", "rollen", List.of("contact"), "account", login);
        tell("beheer", "/v1/partijen/" + party + "/leden", member);
        token = Tokens.of(town).token(login);
        var person = town.newcomer("samira");
        var asked = new ArrayList<String>();
        for (int i = 0; i < MORE_THAN_A_PAGE_HOLDS; i++) {
            asked.add(refers(person, party));
        }
        referrals = asked;
        var rung = new ArrayList<String>();
        for (int i = 0; i < BELLS; i++) {
            rung.add(rings(asked.get(i)));
        }
        bells = rung;
        town.level();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50, 150, 200})
    void the_worklist_is_read_to_its_end(int size) {
        assertThat(all(WORKLIST, "taken", "betreft", size))
                .containsExactlyInAnyOrderElementsOf(referrals);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 200})
    void so_are_the_concerns(int size) {
        assertThat(all(CONCERNS, "zorgsignalen", "id", size))
                .containsExactlyElementsOf(bells.reversed());
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1_000, Integer.MAX_VALUE})
    void a_page_holds_at_most_two_hundred(int size) {
        var page = page(WORKLIST + "?aantal=" + size);
        assertThat(page.required("taken")).hasSize(200);
        assertThat(page.required("volgende").isString()).isTrue();
        assertThat(all(WORKLIST, "taken", "betreft", size))
                .containsExactlyInAnyOrderElementsOf(referrals);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_page_holds_at_least_one(int size) {
        assertThat(page(CONCERNS + "?aantal=" + size).required("zorgsignalen")).hasSize(1);
        assertThat(page(WORKLIST + "?aantal=" + size).required("taken")).hasSize(1);
    }

    @Test
    void a_page_holds_fifty_when_nobody_says() {
        assertThat(page(WORKLIST).required("taken")).hasSize(50);
    }

    @Test
    void before_the_beginning_there_is_nothing() {
        for (var na : List.of(0, 1, -1)) {
            var page = page(CONCERNS + "?aantal=1&na=" + na);
            assertThat(page.required("zorgsignalen")).isEmpty();
            assertThat(page.required("volgende").isNull()).isTrue();
        }
    }

    private List<String> all(String list, String items, String field, int size) {
        var all = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = page(list + "?aantal=" + size + (next.isEmpty() ? "" : "&na=" + next));
            page.required(items).forEach(item -> all.add(item.required(field).stringValue()));
            next = page.required("volgende").stringValue(null);
        }
        return all;
    }

    private JsonNode page(String path) {
        var said = Wire.get(token, town.services().addresses().query() + path);
        assertThat(said.status()).as(path).isEqualTo(200);
        return said.json();
    }

    private String refers(UUID person, UUID party) {
        var body = new LinkedHashMap<String, Object>();
        body.put("inwoner", person);
        body.put("naar", party);
        body.put("wens", "Meedoen.");
        body.put("contact", town.person("samira"));
        body.put("inwonerWeetHiervan", true);
        return tell("samira", "/v1/verwijzingen", body).toString();
    }

    /** Heard at once, so that it does not go on ringing when other tests let time pass. */
    private String rings(String referral) {
        var body = Map.of("verwijzing", referral, "watZieJe", "Stil.", "hoeDringend", "zorg");
        var url = town.services().addresses().command();
        var bell = Wire.post(token, url + CONCERNS, body).json().required("id").stringValue();
        tell("samira", CONCERNS + "/" + bell + "/gehoord", Map.of());
        tell("samira", CONCERNS + "/" + bell + "/uitkomsten", Map.of("woorden", "Gesproken."));
        return bell;
    }

    private UUID tell(String who, String path, Map<String, ?> body) {
        return town.voice(who).tell(Handover.key(), path, body).id();
    }
}

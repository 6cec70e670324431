package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.standalone.Wire.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request has one effect, however often it comes; of two people at once the second is told. */
final class OnceTest {

    private static final int AT_ONCE = 20;
    private static final int ROUNDS = 20;

    private final Town town = Town.town();
    private final Tokens tokens = Tokens.of(town);

    @Test
    void the_same_key_gets_the_same_answer_and_has_one_effect() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var key = Handover.key();
        var first = ask(handover, key, "Met hout?");
        var facts = facts(handover);
        handover.asksBack("Of met fietsen?");
        var second = ask(handover, key, "Met hout?");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(facts(handover)).isEqualTo(facts + 1);
    }

    @Test
    void so_does_a_guide_with_its_version() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var body = Map.of("kopjes", List.of(Map.of("kop", "Rust", "tekst", "Stil.")));
        var path = "/v1/inwoners/" + handover.person + "/handleidingen";
        var key = Handover.key();
        var first = post("samira", path, body, "Idempotency-Key", key);
        handover.writesTheGuide();
        var second = post("samira", path, body, "Idempotency-Key", key);
        assertThat(first.json().required("versieNummer").intValue()).isEqualTo(1);
        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void twenty_at_once_with_the_same_key_have_one_effect_and_equal_answers() throws Exception {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var facts = facts(handover);
        var key = Handover.key();
        var answers = atOnce(AT_ONCE, () -> ask(handover, key, "Met hout?"));
        assertThat(answers).extracting(Said::status).containsOnly(201);
        assertThat(answers).extracting(Said::text).containsOnly(answers.getFirst().text());
        assertThat(facts(handover)).isEqualTo(facts + 1);
    }

    @Test
    void twenty_at_once_make_one_person() throws Exception {
        var key = Handover.key();
        var body = Map.of("naam", "Eenmaal", "roepnaam", "Een", "buurt", "Noord");
        var answers =
                atOnce(AT_ONCE, () -> post("samira", "/v1/inwoners", body, "Idempotency-Key", key));
        assertThat(answers).extracting(Said::status).containsOnly(201);
        assertThat(answers).extracting(Said::text).containsOnly(answers.getFirst().text());
        var person = UUID.fromString(answers.getFirst().json().required("id").stringValue());
        assertThat(count("SELECT count(*) FROM ledger.fact WHERE person = ?", person)).isOne();
    }

    @Test
    void the_same_key_for_anything_else_is_a_mistake() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var key = Handover.key();
        ask(handover, key, "Met hout?");
        var facts = facts(handover);
        var path = "/v1/verwijzingen/" + handover.referral;
        var words = Map.of("vraag", "Met fietsen?");
        var otherBody = post("joke", path + "/vragen", words, "Idempotency-Key", key);
        var otherRoute = post("joke", path + "/niet-nu", Map.of(), "Idempotency-Key", key);
        for (var said : List.of(otherBody, otherRoute)) {
            assertThat(said.status()).isEqualTo(400);
            assertThat(said.faults())
                    .isEqualTo(
                            Map.of(
                                    "Idempotency-Key",
                                    "Deze sleutel hoort bij een ander verzoek. Neem een nieuwe."));
        }
        assertThat(facts(handover)).isEqualTo(facts);
    }

    @Test
    void a_key_belongs_to_who_sent_it() {
        var key = Handover.key();
        var body = Map.of("naam", "Twee", "roepnaam", "Twee", "buurt", "Noord");
        var hers = post("samira", "/v1/inwoners", body, "Idempotency-Key", key);
        var his = post("wim", "/v1/inwoners", body, "Idempotency-Key", key);
        assertThat(List.of(hers.status(), his.status())).containsOnly(201);
        assertThat(his.json().required("id")).isNotEqualTo(hers.json().required("id"));
    }

    @Test
    void what_was_refused_may_be_asked_again_with_the_same_key() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var key = Handover.key();
        var path = "/v1/verwijzingen/" + handover.referral + "/opschalingen";
        var day = town.now().plusSeconds(5_000_000).toString().substring(0, 10);
        var body =
                Map.of(
                        "lijn", "individueel",
                        "niveau", "nabij",
                        "waarom", "Zo past het.",
                        "weerKijkenOp", day);
        var tooEarly = post("samira", path, body, "Idempotency-Key", key);
        assertThat(tooEarly.problem()).isEqualTo("support-stands-beside-what-has-started");
        handover.saysYes();
        handover.welcomes();
        assertThat(post("samira", path, body, "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void a_command_that_makes_something_needs_a_key() {
        var url = town.services().addresses().command() + "/v1/inwoners";
        var bearer = "Bearer " + tokens.token("samira");
        var body = Map.of("naam", "Zonder", "roepnaam", "Zonder", "buurt", "Noord");
        var type = "application/json";
        var said = Wire.ask("POST", url, body, "Authorization", bearer, "Content-Type", type);
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults()).isEqualTo(Map.of("Idempotency-Key", "Dit is nodig."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"twee woorden", " ", ""})
    void a_key_is_visible_characters(String key) {
        var said = post("samira", "/v1/inwoners", named("Sleutel"), "Idempotency-Key", key);
        assertThat(said.faults())
                .isEqualTo(Map.of("Idempotency-Key", "Een sleutel is 1 tot 200 zichtbare tekens."));
    }

    @Test
    void who_read_an_older_version_is_told_and_changes_nothing() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var read = ask(handover, Handover.key(), "Met hout?").json().required("versie").longValue();
        handover.asksBack("Of met fietsen?");
        var facts = facts(handover);
        var path = "/v1/verwijzingen/" + handover.referral + "/niet-nu";
        var stale = post("joke", path, Map.of(), "If-Match", "\"" + read + "\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("intussen-veranderd");
        assertThat(facts(handover)).isEqualTo(facts);
        var now = "\"" + (read + 1) + "\"";
        assertThat(post("joke", path, Map.of(), "If-Match", now).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"3\"", "-1", "\"1\", \"2\""})
    void a_version_is_a_number(String version) {
        var said = post("samira", "/v1/inwoners", named("Versie"), "If-Match", version);
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults()).containsOnlyKeys("If-Match");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_people_at_once_exactly_one_is_first(boolean withTheVersionTheyRead)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
            var facts = facts(handover);
            var path = "/v1/verwijzingen/" + handover.referral;
            var read = withTheVersionTheyRead ? "\"" + facts + "\"" : "*";
            var welcome = Map.of("contact", town.person("joke"));
            var answers =
                    atOnce(
                            List.of(
                                    () -> post("joke", path + "/welkom", welcome, "If-Match", read),
                                    () ->
                                            post(
                                                    "sleutel-vrijwilliger",
                                                    path + "/niet-nu",
                                                    Map.of(),
                                                    "If-Match",
                                                    read)));
            assertThat(answers).extracting(Said::status).containsOnlyOnce(200);
            assertThat(answers)
                    .extracting(Said::status)
                    .filteredOn(status -> status != 200)
                    .allMatch(List.of(409, 412)::contains);
            assertThat(facts(handover)).as("one answer stands").isEqualTo(facts + 1);
            var stands = answers.getFirst().status() == 200 ? "welkom" : "niet nu";
            var seen = town.voice("samira").get(path).body().required("stand").stringValue();
            assertThat(seen).isEqualTo(stands);
        }
    }

    private Said ask(Handover handover, String key, String question) {
        var path = "/v1/verwijzingen/" + handover.referral + "/vragen";
        return post("joke", path, Map.of("vraag", question), "Idempotency-Key", key);
    }

    private Said post(String who, String path, Object body, String... headers) {
        var url = town.services().addresses().command() + path;
        return Wire.post(tokens.token(who), url, body, headers);
    }

    private long facts(Handover handover) {
        return count("SELECT count(*) FROM ledger.fact WHERE stream = ?", handover.referral);
    }

    private long count(String sql, UUID id) {
        var rows = TestPostgres.superuser(town.database()).sql(sql).param(id);
        return rows.query(Long.class).single();
    }

    private static Map<String, Object> named(String name) {
        var body = new LinkedHashMap<String, Object>();
        List.of("naam", "roepnaam", "buurt").forEach(field -> body.put(field, name));
        return body;
    }

    private static List<Said> atOnce(int times, Callable<Said> request) throws Exception {
        return atOnce(Stream.generate(() -> request).limit(times).toList());
    }

    private static List<Said> atOnce(List<Callable<Said>> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    requests.stream()
                            .map(
                                    request ->
                                            people.submit(
                                                    () -> {
                                                        start.await();
                                                        return request.call();
                                                    }))
                            .toList();
            var answers = new ArrayList<Said>();
            for (var one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}

package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A path, and who could see it, as it was known and as it was. */
final class HindsightTest {

    private final Town town = Town.town();
    private final Handover handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);

    @Test
    void a_back_dated_fact_makes_the_two_clocks_differ_by_exactly_that_fact() {
        var yesterday = town.now();
        town.later(Duration.ofDays(1));
        var now = town.now();
        var told = scaledUp(yesterday.minus(Duration.ofMinutes(1)));

        assertThat(positions(path("samira", "?gekendOp=" + yesterday), "schakelmomenten"))
                .isNotEmpty()
                .doesNotContain(told);
        var known = positions(path("samira", "?gekendOp=" + yesterday), "schakelmomenten");
        var was = positions(path("samira", "?zoalsOp=" + yesterday), "schakelmomenten");
        assertThat(was).contains(told).hasSize(known.size() + 1).containsAll(known);
        assertThat(told(path("samira", "?gekendOp=" + now.plusSeconds(9))))
                .isEqualTo(told(path("samira", "")));

        var facts = positions(history("?gekendOp=" + yesterday), "feiten");
        var happened = positions(history("?zoalsOp=" + yesterday), "feiten");
        happened.removeAll(facts);
        assertThat(happened).containsExactly(told);
    }

    /** What a path tells, without what can be done in it: the past is only looked at. */
    private static JsonNode told(JsonNode path) {
        path.required("verwijzingen").forEach(one -> ((ObjectNode) one).remove("kan"));
        return path;
    }

    @Test
    void nobody_sees_more_of_the_past_than_of_today() {
        var moment = "?gekendOp=" + town.now().plusSeconds(60);
        var path = "/v1/inwoners/" + handover.person + "/pad";
        assertThat(town.voice("joke").ask(path + moment).status()).isEqualTo(200);
        assertThat(town.voice("beleid").ask(path + moment).status()).isEqualTo(404);
        assertThat(town.voice("joke").ask(path + "?zoalsOp=morgen").status()).isEqualTo(400);
        assertThat(path("joke", "?gekendOp=2020-01-01T00:00:00Z").required("schakelmomenten"))
                .isEmpty();
    }

    @Test
    void the_circle_of_a_moment_says_who_could_see_what() {
        handover.writesTheGuide();
        handover.consents();
        handover.releasesTheGuide();
        var before = later();
        var consent = handover.consents();
        var between = later();
        var host = town.person("joke");
        assertThat(sight(around("?gekendOp=" + before), host).required("handleidingen"))
                .as("released, under the first consent")
                .hasSize(1);
        assertThat(around("?gekendOp=" + between).required("toestemmingen")).hasSize(2);
        handover.withdraws(consent);
        assertThat(around("").required("toestemmingen")).hasSize(1);
        assertThat(around("?gekendOp=" + between).required("toestemmingen")).hasSize(2);
        assertThat(around("?gekendOp=2020-01-01T00:00:00Z").required("zicht"))
                .as("nobody but she herself")
                .hasSize(1);
    }

    @Test
    void what_may_says_in_hindsight_is_what_was_answered_live() {
        handover.rings("joke", "Hij is stil.");
        var seeing =
                around("").required("zicht").valueStream().map(s -> s.required("wie")).toList();
        var path = "/v1/inwoners/" + handover.person + "/pad";
        for (var persona : List.of("samira", "peter", "joke", "sleutel-vrijwilliger", "beleid")) {
            var who = town.person(persona).toString();
            boolean live = town.voice(persona).ask(path).status() == 200;
            boolean replayed = seeing.stream().anyMatch(w -> w.stringValue().equals(who));
            assertThat(replayed).as(persona).isEqualTo(live);
        }
    }

    @Test
    void the_difference_between_two_moments_is_what_came_between() {
        var before = later();
        var visit = handover.promises(Duration.ofDays(1));
        var after = later();
        handover.callsOff(visit);
        var came = difference("?van=" + before + "&tot=" + after);
        assertThat(came.required("feitenErbij").valueStream().map(f -> f.required("naam")))
                .extracting(JsonNode::stringValue)
                .containsExactly("referral.first-visit-promised");
        assertThat(difference("?van=" + after + "&tot=" + after).required("feitenErbij")).isEmpty();
        var all = difference("");
        assertThat(all.required("feitenErbij")).hasSize(history("").required("feiten").size());
        assertThat(all.required("zichtErbij")).hasSize(around("").required("zicht").size());
        assertThat(
                        town.voice("auditor")
                                .ask(of("verschil?van=" + after + "&tot=" + before))
                                .status())
                .isEqualTo(400);
    }

    /** Told today of yesterday; the position of that fact. */
    private long scaledUp(Instant happened) {
        var body =
                Map.of(
                        "lijn",
                        "individueel",
                        "niveau",
                        "nabij",
                        "waarom",
                        "Dit past nu.",
                        "weerKijkenOp",
                        town.now().plus(Duration.ofDays(60)).toString().substring(0, 10),
                        "gebeurdOp",
                        happened.toString());
        var told = handover.onReferral("samira", "/opschalingen", body);
        return told.position();
    }

    /** A moment between what came and what comes. */
    private Instant later() {
        town.later(Duration.ofSeconds(1));
        var moment = town.now();
        town.later(Duration.ofSeconds(1));
        return moment;
    }

    private static JsonNode sight(JsonNode around, UUID who) {
        return around.required("zicht")
                .valueStream()
                .filter(sight -> sight.required("wie").stringValue().equals(who.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Long> positions(JsonNode answer, String list) {
        return answer.required(list)
                .valueStream()
                .map(one -> one.required("positie").longValue())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private JsonNode path(String persona, String query) {
        return town.voice(persona).get("/v1/inwoners/" + handover.person + "/pad" + query).body();
    }

    private JsonNode history(String query) {
        return town.voice("auditor").get("/v1/historie/inwoners/" + handover.person + query).body();
    }

    private JsonNode around(String query) {
        return town.voice("auditor").get(of("kring" + query)).body();
    }

    private JsonNode difference(String query) {
        return town.voice("auditor").get(of("verschil" + query)).body();
    }

    private String of(String question) {
        return "/v1/historie/inwoners/" + handover.person + "/" + question;
    }
}

package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.schakel.standalone.Sides.BothWays;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/**
 * Read this first: a warm handover from the question to letting go, through the API, in both
 * directions.
 */
final class WarmHandoverScenarioTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Town town = Town.town();

    @AfterEach
    void everything_kept_live_is_as_if_folded_afresh() {
        Afresh.everyViewIsAsIfFoldedAfresh(town);
    }

    @BothWays
    void a_warm_handover_goes_all_the_way(Sides sides) {
        var handover = Handover.asked(town, sides);
        assertThat(waits(handover)).contains("antwoord op de verwijzing", "het ja van de inwoner");
        var question = handover.asksBack("Met hout of met fietsen?");
        handover.answers(question, "Met hout.");
        handover.saysYes();
        handover.welcomes();
        assertThat(waits(handover)).containsOnly("een dag voor het eerste bezoek");

        handover.writesTheGuide();
        handover.consents();
        handover.releasesTheGuide();
        handover.readsBack();

        var tuesday = handover.promises(A_DAY);
        handover.callsOff(tuesday);
        var thursday = handover.promises(A_DAY.multipliedBy(3));
        town.later(A_DAY.multipliedBy(3));
        handover.tellsHowItWent(sides.asker, thursday, "samen");
        assertThat(waits(handover)).isEmpty();

        var concern = handover.rings(sides.host, "Hij is twee keer niet gekomen.").id();
        assertThat(waits(handover)).containsOnly("zeggen dat het zorgsignaal gehoord is");
        var bell = "/v1/zorgsignalen/" + concern;
        town.voice(sides.asker).tell(Handover.key(), bell + "/gehoord", Map.of());
        var words = Map.of("woorden", "Wij spraken elkaar.");
        town.voice(sides.asker).tell(Handover.key(), bell + "/uitkomsten", words);
        handover.scales(sides.asker, "/opschalingen", "nabij");
        town.later(A_DAY.multipliedBy(30));
        handover.scales(sides.asker, "/afschalingen", "vinger-aan-de-pols");
        handover.letsGo();
        assertThat(waits(handover)).containsOnly("het loslaten bevestigen");
        handover.looksAfter();

        var path = handover.path(sides.asker).body();
        assertThat(texts(path.required("schakelmomenten"), "soort"))
                .containsExactly(
                        "verwezen",
                        "vraag-gesteld",
                        "vraag-beantwoord",
                        "ja-van-inwoner",
                        "welkom",
                        "handleiding-geschreven",
                        "handleiding-vrijgegeven",
                        "handleiding-teruggelezen",
                        "eerste-bezoek-beloofd",
                        "eerste-bezoek-afgezegd",
                        "eerste-bezoek-beloofd",
                        "eerste-bezoek",
                        "aan-de-bel",
                        "bel-gehoord",
                        "bel-uitkomst",
                        "opgeschaald",
                        "afgeschaald",
                        "loslaten-voorgesteld",
                        "loslaten-bevestigd");
        assertThat(texts(path.required("banen"), "naam"))
                .containsExactly(sides.askingParty, sides.receivingParty);
        assertThat(texts(path.required("wieDoetWatNu"), "waarop"))
                .containsExactly(
                        "geeft steun op maat", "kijkt om", "is te bellen als het niet meer gaat");
        assertThat(path.toString()).doesNotContainIgnoringCase("mislukt");
    }

    @BothWays
    void not_now_needs_no_reason_and_ends_the_question(Sides sides) {
        var handover = Handover.asked(town, sides);
        handover.onReferral(sides.host, "/niet-nu", Map.of());
        assertThat(waits(handover)).isEmpty();
        var again = "/v1/verwijzingen/" + handover.referral + "/welkom";
        var welcome = Map.of("contact", town.person(sides.host));
        assertThat(town.voice(sides.host).post(again, welcome, Map.of()).status()).isEqualTo(409);
    }

    @BothWays
    void two_views_of_one_visit_stand_side_by_side(Sides sides) {
        var handover = Handover.started(town, sides);
        var visit = handover.promises(A_DAY);
        town.later(A_DAY);
        handover.tellsHowItWent(sides.asker, visit, "alleen");
        assertThat(waits(handover)).isNotEmpty();
        handover.tellsHowItWent(sides.host, visit, "samen");
        var moments = handover.path(sides.host).body().required("schakelmomenten");
        assertThat(moments)
                .filteredOn(m -> m.required("soort").stringValue().equals("eerste-bezoek"))
                .extracting(m -> m.required("uitkomst").required("hoe").stringValue())
                .containsExactly("alleen", "samen");
    }

    private static List<String> waits(Handover handover) {
        var path = handover.path(handover.sides.asker);
        assertThat(path.status()).isEqualTo(200);
        return texts(path.body().required("wachtenOp"), "waarop");
    }

    private static List<String> texts(JsonNode all, String field) {
        return all.valueStream().map(one -> one.required(field).stringValue()).toList();
    }
}

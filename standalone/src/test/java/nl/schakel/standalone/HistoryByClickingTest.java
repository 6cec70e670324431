package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * An auditor who trusts nobody: what was known when, with its proof, and no name without a second.
 */
@InBrowser
final class HistoryByClickingTest {

    private static final String REASON = "Een klacht van de inwoner.";

    private final Town town = Town.town();

    @Test
    void facts_stand_in_order_with_their_proof_and_without_a_name() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        try (var auditor = Visit.as(town, "auditor")) {
            auditor.link("Historie").click();
            auditor.link(handover.person.toString()).click();
            assertThat(auditor.text())
                    .contains("person.registered", "referral.asked", "nagerekend tot feit")
                    .doesNotContain("Samira", "Weer ergens nodig zijn.", "klopt niet");
            assertThat(auditor.page.locator("main ol.cards > li").count()).isEqualTo(4);
        }
    }

    @Test
    void a_day_a_slider_and_a_difference_show_less() {
        var before = town.now();
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        town.later(Duration.ofDays(2));
        handover.scales("samira", "/opschalingen", "nabij");
        var history = "/historie/inwoners/" + handover.person;
        try (var auditor = Visit.as(town, "auditor")) {
            assertThat(facts(auditor.go(history))).isEqualTo(5);
            var day = before.toString().substring(0, 10);
            assertThat(facts(auditor.go(history + "?gekendOp=" + day))).isEqualTo(4);
            assertThat(facts(auditor.go(history + "?feit=2"))).isEqualTo(2);
            auditor.go(history + "?van=" + day);
            assertThat(auditor.text()).contains("Feiten erbij: 1.", "support.scaled-up");
            auditor.page.locator("#gekendOp").fill(day);
            auditor.button("Toon").click();
            assertThat(facts(auditor)).isEqualTo(4);
            assertThat(auditor.answer(history + "?gekendOp=morgen").status()).isEqualTo(400);
            assertThat(auditor.complaints).isEmpty();
        }
    }

    @Test
    void names_and_words_appear_when_a_second_auditor_agrees() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var history = "/historie/inwoners/" + handover.person;
        try (var first = Visit.as(town, "auditor");
                var second = Visit.as(town, "auditor2")) {
            first.go(history).page.locator("#reden").fill(REASON);
            first.button("Vraag inzage").click();
            assertThat(first.text()).contains(REASON);
            assertThat(first.button("Keur goed").count()).as("not her own").isZero();
            second.link("Historie").click();
            assertThat(second.text()).contains(REASON);
            second.go(history).button("Keur goed").click();
            assertThat(second.text()).contains("Samira", "Weer ergens nodig zijn.");
            assertThat(first.go(history).text()).contains("Samira", "Weer ergens nodig zijn.");
        }
        try (var samira = Visit.as(town, "samira")) {
            assertThat(samira.answer(history).status()).isEqualTo(404);
        }
    }

    private static int facts(Visit auditor) {
        return auditor.page.locator("#feiten ~ ol > li").count();
    }
}

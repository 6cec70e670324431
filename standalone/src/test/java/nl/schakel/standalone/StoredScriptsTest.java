package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody wrote is text on every screen, whatever she wrote; nothing of it ever runs. */
@InBrowser
final class StoredScriptsTest {

    private static final List<String> BREAK_OUT =
            List.of(
                    "",
                    "\">",
                    "'>",
                    "</textarea>",
                    "</title>",
                    "</option></select>",
                    "-->",
                    "\\\"`;");
    private static final List<String> TAGS =
            List.of(
                    "<script>%s</script>",
                    "<img src=x onerror=\"%s\">",
                    "<svg/onload=\"%s\">",
                    "<body onload=\"%s\">",
                    "<iframe src=\"javascript:%s\"></iframe>",
                    "<a href=\"javascript:%s\" autofocus onfocus=\"%1$s\">x</a>",
                    "<details open ontoggle=\"%s\"></details>",
                    "<input autofocus onfocus=\"%s\">",
                    "<style onload=\"%s\"></style>",
                    "<form action=\"javascript:%s\"><button>x</button></form>",
                    "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
                    "<object data=\"javascript:%s\"></object>",
                    "<link rel=stylesheet href=\"javascript:%s\" onerror=\"%1$s\">",
                    "${%s}",
                    "{{%s}}",
                    "<math><mtext onmouseover=\"%s\">x</mtext></math>",
                    "<video><source onerror=\"%s\"></video>",
                    "<marquee onstart=\"%s\">x</marquee>",
                    "<base href=\"javascript:%s//\">",
                    "javascript:%s",
                    "<template><script>%s</script></template>",
                    "<SCRIPT SRC=//elders.example/x.js>%s</SCRIPT>",
                    "<x contenteditable onblur=\"%s\">x</x>",
                    "<image src=x onerror=\"%s\">",
                    "<button popovertarget=x onclick=\"%s\">x</button>");

    private final Town town = Town.town();

    @Test
    void two_hundred_scripts_are_read_and_none_runs() {
        var payloads = payloads();
        assertThat(payloads).hasSize(200);
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        payloads.forEach(handover::asksBack);
        var heading = Map.of("kop", "<b>kop</b>", "tekst", payloads.getFirst());
        handover.onPerson("samira", "/handleidingen", Map.of("kopjes", List.of(heading)));
        var bell = handover.rings("joke", payloads.get(1)).id();
        var here = "/inwoners/" + handover.person;
        try (var samira = Visit.as(town, "samira")) {
            for (var page :
                    List.of(
                            "/",
                            here,
                            here + "/bel",
                            here + "/handleiding",
                            here + "/handleiding/schrijven",
                            here + "/verwijzingen/" + handover.referral + "/antwoord",
                            "/zorgsignalen/" + bell,
                            "/verwijzen?inwoner=" + handover.person)) {
                untouched(samira, page);
            }
            samira.go(here);
            assertThat(payloads).allMatch(samira.text()::contains);
        }
        var look = Map.of("inwoner", handover.person, "reden", payloads.get(2));
        var asked = town.voice("auditor").tell(Handover.key(), "/v1/inzageverzoeken", look).id();
        var approval = "/v1/inzageverzoeken/" + asked + "/goedkeuringen";
        town.voice("auditor2").tell(Handover.key(), approval, Map.of());
        try (var auditor = Visit.as(town, "auditor")) {
            untouched(auditor, "/historie");
            untouched(auditor, "/historie" + here);
            assertThat(payloads).allMatch(auditor.text()::contains);
        }
    }

    private static void untouched(Visit visit, String page) {
        visit.go(page);
        assertThat(visit.page.title()).as(page).endsWith("Schakel").doesNotContain("liep");
        assertThat(visit.page.evaluate("window.liep === undefined")).as(page).isEqualTo(true);
        assertThat(visit.complaints).as("not even tried on " + page).isEmpty();
    }

    private static List<String> payloads() {
        var all = new ArrayList<String>();
        for (var out : BREAK_OUT) {
            for (var tag : TAGS) {
                all.add(out + tag.formatted("window.liep=" + all.size()));
            }
        }
        return all;
    }
}

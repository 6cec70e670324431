package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands open says that something new came: once, to who may see it, and nothing moves. */
@InBrowser
final class NewsTest {

    private static final String NEWS = "Er is iets nieuws";

    private final Town town = Town.town();

    @Test
    void an_open_path_says_so_once_and_stands_still_until_it_is_asked() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        try (var samira = Visit.as(town, "samira")) {
            samira.go("/inwoners/" + handover.person);
            var before = samira.page.locator("#momenten").boundingBox();
            handover.asksBack("Met hout?");
            samira.link(NEWS).waitFor();
            handover.asksBack("Of met fietsen?");
            samira.page.waitForTimeout(2_500);
            assertThat(samira.link(NEWS).count()).isEqualTo(1);
            var after = samira.page.locator("#momenten").boundingBox();
            assertThat(after.y).isEqualTo(before.y);
            assertThat(samira.text()).doesNotContain("Met hout?");
            samira.link(NEWS).click();
            samira.holding("q", "Of met fietsen?").waitFor();
            assertThat(samira.complaints).isEmpty();
        }
    }

    /** A page that waits for its stream looks as if it were still loading. */
    @Test
    void a_stream_begins_at_once_and_says_nothing_yet() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        try (var samira = Visit.as(town, "samira")) {
            samira.go("/inwoners/" + handover.person);
            var heard =
                    samira.page.evaluate(
                            """
                            url => new Promise(done => {
                                const news = new EventSource(url);
                                news.addEventListener('nieuw', () => done('nieuw'));
                                news.onopen = () => done('open');
                                setTimeout(() => done('niets'), 3000);
                            })
                            """,
                            "/inwoners/" + handover.person + "/nieuws?na=" + Long.MAX_VALUE);
            assertThat(heard).isEqualTo("open");
        }
    }

    @Test
    void an_open_bell_says_that_it_was_heard() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var bell = handover.rings("joke", "Hij is stil.").id();
        try (var joke = Visit.as(town, "joke")) {
            joke.go("/zorgsignalen/" + bell);
            town.voice("samira")
                    .tell(Handover.key(), "/v1/zorgsignalen/" + bell + "/gehoord", Map.of());
            joke.link(NEWS).click();
            joke.holding("strong", "Samira").waitFor();
        }
    }

    /** Rule 25 again: a peer who may not see a bell does not hear that there is one. */
    @Test
    void whoever_may_not_see_it_hears_nothing() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var bell = handover.rings("joke", "Hij is stil.").id();
        try (var wim = Visit.as(town, "wim")) {
            assertThat(wim.answer("/inwoners/" + handover.person + "/nieuws?na=0").status())
                    .isEqualTo(404);
            assertThat(wim.answer("/zorgsignalen/" + bell + "/nieuws?na=0").status())
                    .isEqualTo(404);
        }
    }
}

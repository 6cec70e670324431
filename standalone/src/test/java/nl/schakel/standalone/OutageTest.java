package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.Test;

/** What happens on the pages when the side that decides is away, or nobody moved for a while. */
@InBrowser
final class OutageTest {

    private static final int HALF_AN_HOUR = 1_800;

    /** A request that was still under way writes its session back, and it lives on once. */
    private static final int TRIES = 5;

    private static final String WORDS = "Hij doet niet open.";

    @Test
    void what_was_written_stays_when_the_side_that_decides_is_away() {
        try (var town = Town.apart()) {
            var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
            try (var joke = Visit.as(town, "joke")) {
                joke.go("/inwoners/" + handover.person + "/bel");
                joke.page.locator("#watZieJe").fill(WORDS);
                joke.page.locator("input[value=zorg]").check();
                var key = joke.page.locator("main input[name=sleutel]").inputValue();
                town.services().command().close();
                joke.button("Trek aan de bel").click();
                assertThat(joke.text()).contains("niet gelukt", "een paar tellen");
                assertThat(joke.page.locator("#watZieJe").inputValue()).isEqualTo(WORDS);
                assertThat(joke.page.locator("main input[name=sleutel]").inputValue())
                        .as("nobody knows whether it rang: sent again, it rings once")
                        .isEqualTo(key);
                joke.go("/inwoners/" + handover.person + "/bel");
                assertThat(joke.text()).as("112 stands there whatever is away").contains("112");
            }
        }
    }

    @Test
    void a_page_that_stands_open_does_not_keep_the_service_from_ending() {
        try (var town = Town.apart()) {
            var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
            try (var joke = Visit.as(town, "joke")) {
                joke.go("/inwoners/" + handover.person);
                joke.page.waitForTimeout(500);
                long start = System.nanoTime();
                town.services().query().close();
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void a_session_rests_for_half_an_hour_and_ends() {
        var town = Town.town();
        try (var samira = Visit.as(town, "samira")) {
            var rows = TestPostgres.superuser(town.database());
            var before = samira.cookie();
            assertThat(
                            rows.sql("SELECT DISTINCT max_inactive_interval FROM pages.session")
                                    .query(Integer.class)
                                    .list())
                    .containsExactly(HALF_AN_HOUR);
            for (int tried = 0; tried < TRIES && samira.cookie().equals(before); tried++) {
                rows.sql("UPDATE pages.session SET expiry_time = 0, last_access_time = 0").update();
                samira.go("/inwoners/" + UUID.randomUUID());
            }
            assertThat(samira.cookie()).as("logged in anew").isNotEqualTo(before);
        }
    }

    /** A crash may lose when a page was last asked for; who logged out stays logged out. */
    @Test
    void that_a_page_was_asked_for_waits_for_no_disk_and_an_ended_session_does() throws Exception {
        try (var web = TestPostgres.asSuperuser(Town.town().database())) {
            web.setAutoCommit(false);
            assertThat(waits(web, "UPDATE pages.session SET last_access_time = 0 WHERE false"))
                    .isEqualTo("off");
            assertThat(waits(web, "DELETE FROM pages.session WHERE false")).isEqualTo("on");
        }
    }

    private static String waits(Connection web, String sql) throws SQLException {
        try (var statement = web.createStatement()) {
            statement.executeUpdate(sql);
            try (var row = statement.executeQuery("SHOW synchronous_commit")) {
                row.next();
                return row.getString(1);
            }
        } finally {
            web.rollback();
        }
    }
}

package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Names and words behind a history are seen by two auditors together, for a day, and not unseen.
 */
final class RevealTest {

    private static final String WISH = "Weer ergens nodig zijn.";
    private static final String REASON = "Een klacht over deze overdracht.";

    private final Town town = Town.town();
    private final Handover handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);

    @Test
    void nobody_opens_a_history_alone() {
        var look = asked("auditor");
        assertThat(status("auditor", look + "/inhoud")).as("not approved yet").isEqualTo(404);
        assertThat(approves("auditor", look)).as("her own request").isEqualTo(409);
        assertThat(approves("samira", look)).isEqualTo(404);
        assertThat(status("samira", look)).isEqualTo(404);
        var waiting = town.voice("auditor2").get(look).body();
        assertThat(waiting.required("reden").stringValue()).isEqualTo(REASON);
        assertThat(waiting.required("stand").stringValue()).isEqualTo("gevraagd");
        assertThat(approves("auditor2", look)).isEqualTo(200);
        assertThat(status("auditor", look + "/inhoud")).isEqualTo(200);
        assertThat(status("auditor2", look + "/inhoud")).isEqualTo(200);
        assertThat(status("samira", look + "/inhoud")).isEqualTo(404);
    }

    @Test
    void what_was_agreed_shows_names_and_words_and_each_look_is_in_the_access_log() {
        var look = asked("auditor");
        approves("auditor2", look);
        long before = looks();
        var seen = town.voice("auditor").get(look + "/inhoud").body();
        assertThat(seen.toString()).contains(WISH, "Samira").doesNotContain("cipher", "gewist");
        assertThat(looks()).as("about her, by a reason and a second auditor").isEqualTo(before + 1);
        var structure = town.voice("auditor").get("/v1/historie/inwoners/" + handover.person);
        assertThat(structure.body().toString()).as("as before").doesNotContain(WISH);
    }

    @Test
    void a_second_auditor_finds_what_waits_for_her() {
        var first = asked("auditor");
        var second = asked("auditor");
        var all = town.voice("auditor2").get("/v1/inzageverzoeken?aantal=1").body();
        var newest = all.required("inzageverzoeken").required(0);
        assertThat(second).endsWith(newest.required("id").stringValue());
        assertThat(newest.required("stand").stringValue()).isEqualTo("gevraagd");
        assertThat(newest.required("reden").stringValue()).isEqualTo(REASON);
        var older =
                town.voice("auditor2")
                        .get(
                                "/v1/inzageverzoeken?aantal=1&na="
                                        + all.required("volgende").stringValue())
                        .body();
        assertThat(first)
                .endsWith(
                        older.required("inzageverzoeken").required(0).required("id").stringValue());
        assertThat(status("samira", "/v1/inzageverzoeken")).isEqualTo(404);
    }

    @Test
    void what_no_second_auditor_approved_in_a_week_lapses() {
        var look = asked("auditor");
        town.later(Duration.ofDays(7));
        assertThat(town.voice("auditor").get(look).body().required("stand").stringValue())
                .isEqualTo("vervallen");
        assertThat(approves("auditor2", look)).isEqualTo(409);
        assertThat(status("auditor", look + "/inhoud")).isEqualTo(404);
    }

    @Test
    void it_ends_after_a_day() {
        var look = asked("auditor");
        approves("auditor2", look);
        town.later(Duration.ofHours(24));
        assertThat(status("auditor", look + "/inhoud")).isEqualTo(404);
        assertThat(town.voice("auditor").get(look).body().required("stand").stringValue())
                .isEqualTo("voorbij");
    }

    @Test
    void the_person_is_told_and_nobody_else_on_her_path() {
        var login = "inwoner-" + UUID.randomUUID();
        var account = Map.of("account", login);
        var accounts = "/v1/inwoners/" + handover.person + "/accounts";
        town.voice("beheer").tell(Handover.key(), accounts, account);
        var look = asked("auditor");
        assertThat(asHerself(login))
                .as("not yet")
                .contains("schakelmomenten")
                .doesNotContain("inzage");
        approves("auditor2", look);
        assertThat(asHerself(login)).contains("inzage-gegeven", REASON, "Auditor");
        assertThat(moments(handover.path("samira").body())).doesNotContain("inzage", REASON);
        assertThat(moments(handover.path("joke").body())).doesNotContain("inzage", REASON);
    }

    @Test
    void a_look_has_a_reason_and_somebody_whom_it_is_about() {
        var nobody = Map.of("inwoner", UUID.randomUUID(), "reden", REASON);
        assertThat(tells("auditor", nobody)).isEqualTo(404);
        assertThat(tells("auditor", Map.of("inwoner", handover.person))).isEqualTo(400);
        var fine = Map.of("inwoner", handover.person, "reden", REASON);
        assertThat(tells("samira", fine)).isEqualTo(404);
    }

    private String asHerself(String login) {
        var url = town.services().addresses().query() + "/v1/inwoners/" + handover.person + "/pad";
        return Wire.get(Tokens.of(town).token(login), url).text();
    }

    private String asked(String auditor) {
        var look = Map.of("inwoner", handover.person, "reden", REASON);
        var told = town.voice(auditor).tell(Handover.key(), "/v1/inzageverzoeken", look);
        return "/v1/inzageverzoeken/" + told.id();
    }

    private int approves(String auditor, String look) {
        return town.voice(auditor)
                .post(look + "/goedkeuringen", Map.of(), Map.of("Idempotency-Key", Handover.key()))
                .status();
    }

    private int tells(String who, Map<String, ?> look) {
        return town.voice(who)
                .post("/v1/inzageverzoeken", look, Map.of("Idempotency-Key", Handover.key()))
                .status();
    }

    private int status(String who, String path) {
        return town.voice(who).ask(path).status();
    }

    private static String moments(JsonNode path) {
        return path.required("schakelmomenten").toString();
    }

    private long looks() {
        return TestPostgres.superuser(town.database())
                .sql(
                        "SELECT count(*) FROM vault.access_log WHERE person = ? AND authority LIKE '%inzage'")
                .param(handover.person)
                .query(Long.class)
                .single();
    }
}

package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.standalone.Wire.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that cannot take in a fact stands still for that one person, says so, and is mended. */
final class ParkedFactTest {

    private final Town town = Town.town();
    private final JdbcClient rows = TestPostgres.superuser(town.database());
    private final Folds folds = town.services().query().getBean(Folds.class);
    private final Handover broken = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
    private final Handover other = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);

    @AfterEach
    void nobody_stands_still_any_more() {
        assertThat(folds.parked()).isEmpty();
        Afresh.everyViewIsAsIfFoldedAfresh(town);
    }

    @Test
    void a_path_that_stands_still_says_until_when_it_is_true() {
        town.level();
        var whole = breaks("path", "courses");
        var first = broken.onReferral("joke", "/vragen", question("Met hout?"));
        var second = broken.onReferral("joke", "/vragen", question("Met fietsen?"));
        other.asksBack("Met hout?");
        town.level();

        var still = path(broken);
        assertThat(still.status()).isEqualTo(200);
        assertThat(still.json().required("bijgewerktTot").isString()).isTrue();
        assertThat(still.json().required("schakelmomenten")).hasSize(1);
        var goesOn = path(other);
        assertThat(goesOn.json().required("bijgewerktTot").isNull()).isTrue();
        assertThat(goesOn.json().required("schakelmomenten")).hasSize(2);
        assertThat(folds.parked())
                .extracting("position")
                .containsExactly(first.position(), second.position());
        assertThat(gauge("schakel_folds_parked")).isEqualTo(1);

        assertThat(folds.retry("path", broken.person)).as("not mended yet").isFalse();
        assertThat(gauge("schakel_folds_parked")).isEqualTo(1);
        mends("path", whole);
        assertThat(folds.retry("path", broken.person)).isTrue();
        var level = path(broken);
        assertThat(level.json().required("bijgewerktTot").isNull()).isTrue();
        assertThat(level.json().required("schakelmomenten")).hasSize(3);
        assertThat(gauge("schakel_folds_parked")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pad", "/handleiding"})
    void what_decides_who_may_see_opens_nothing_while_it_stands_still(String question) {
        town.level();
        var whole = breaks("circle", "circle,referrals");
        broken.saysYes();
        town.level();
        var said = ask(broken, question);
        assertThat(said.status()).isEqualTo(503);
        assertThat(said.header("Retry-After")).isEqualTo("2");
        assertThat(path(other).status()).isEqualTo(200);
        mends("circle", whole);
        assertThat(folds.retry("circle", broken.person)).isTrue();
        assertThat(path(broken).status()).isEqualTo(200);
    }

    @Test
    void a_referral_waits_for_its_own_view() {
        town.level();
        var whole = breaks("worklist", "course", broken.referral, "null");
        broken.saysYes();
        town.level();
        var url = town.services().addresses().query() + "/v1/verwijzingen/";
        var token = Tokens.of(town).token("samira");
        assertThat(Wire.get(token, url + broken.referral).status()).isEqualTo(503);
        assertThat(Wire.get(token, url + other.referral).status()).isEqualTo(200);
        mends("worklist", whole, broken.referral);
        assertThat(folds.retry("worklist", broken.person)).isTrue();
        var seen = Wire.get(token, url + broken.referral).json();
        assertThat(seen.required("jaVanInwoner").booleanValue()).isTrue();
    }

    private String breaks(String table, String where) {
        return breaks(table, where, broken.person, "{}");
    }

    /** Takes something away without which the next fact has no place. */
    private String breaks(String table, String where, UUID key, String with) {
        var whole =
                rows.sql("SELECT view::text FROM query." + table + " WHERE key = ?")
                        .param(key)
                        .query(String.class)
                        .single();
        rows.sql(
                        "UPDATE query.%s SET view = jsonb_set(view, '{%s}', '%s') WHERE key = ?"
                                .formatted(table, where, with))
                .param(key)
                .update();
        return whole;
    }

    private void mends(String table, String whole) {
        mends(table, whole, broken.person);
    }

    private void mends(String table, String whole, UUID key) {
        rows.sql("UPDATE query." + table + " SET view = ?::jsonb WHERE key = ?")
                .params(whole, key)
                .update();
    }

    private Said path(Handover handover) {
        return ask(handover, "/pad");
    }

    private Said ask(Handover handover, String question) {
        var url = town.services().addresses().query() + "/v1/inwoners/" + handover.person;
        return Wire.get(Tokens.of(town).token("samira"), url + question);
    }

    private double gauge(String name) {
        return Measures.of(town.services().query()).value(name);
    }

    private static Map<String, String> question(String words) {
        return Map.of("vraag", words);
    }
}

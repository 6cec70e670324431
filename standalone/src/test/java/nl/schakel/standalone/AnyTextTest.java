package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.standalone.Wire.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write comes back as they wrote it; one number never comes in. */
final class AnyTextTest {

    private static final String NO_NUMBER =
            "Hier staat een burgerservicenummer. Laat het weg: Schakel bewaart het nooit.";

    private final Town town = Town.town();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script><b>vet</b> &amp; &lt;",
                "'; DROP TABLE ledger.fact; -- \\ \" %s ${jndi:ldap://x} {{7*7}}",
                "een\u0007bel\u001b[31mrood\u0000nul\ttab\r\nregel\u0085\u2028\u2029",
                "van rechts \u202egnilegna\u202c en \u2066los\u2069",
                "👩‍🦽 🪑 𝄞 𐍈 👨‍👩‍👧‍👦 🇳🇱",
                "Fryske tún, skûtsje, moarn: ûleflecht â ê î ô û ú",
                "İstanbul'da ığdır çay, göğüs, şeker ı",
                "e\u0301e\u0301n en o\u0308 en \ufb01 en Å en \u212b",
                "  met ruimte eromheen  ",
                "中文 العربية עברית हिन्दी"
            })
    void a_text_comes_back_as_it_was_written(String text) {
        var handover = named(text);
        handover.asksBack(text);
        var path = handover.path("samira").body();
        var asked = path.required("schakelmomenten").required(1);
        var expected = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertThat(asked.required("soort").stringValue()).isEqualTo("vraag-gesteld");
        assertThat(asked.required("waarom").stringValue()).isEqualTo(expected);
        assertThat(path.required("inwoner").required("naam").stringValue()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"De Ûle 🪑 <b>", "İĞdır \u202eom", "e\u0301e\u0301n\u0007"})
    void a_party_is_called_as_it_calls_itself(String name) {
        var body = Map.of("soort", "initiatief", "naam", name, "buurt", name);
        var party = town.voice("beheer").tell(Handover.key(), "/v1/partijen", body).id();
        var login = "lid-" + UUID.randomUUID();
        var member = Map.of("naam", name, "rollen", List.of("contact"), "account", login);
        var leden = "/v1/partijen/" + party + "/leden";
        town.voice("beheer").tell(Handover.key(), leden, member);
        var url = town.services().addresses().query() + "/v1/ik";
        var me = Wire.get(Tokens.of(town).token(login), url).json();
        var expected = Normalizer.normalize(name, Normalizer.Form.NFC);
        assertThat(me.required("naam").stringValue()).isEqualTo(expected);
        assertThat(me.required("partijen").required(0).required("naam").stringValue())
                .isEqualTo(expected);
    }

    @Test
    void what_is_public_holds_no_character_that_cannot_be_kept() {
        var body = Map.of("soort", "initiatief", "naam", "nul\u0000", "buurt", "nul\u0000");
        var said = post("beheer", "/v1/partijen", body);
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults()).containsOnlyKeys("naam", "buurt");
    }

    @Test
    void a_citizen_service_number_is_refused_wherever_people_write() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var referral = "/v1/verwijzingen/" + handover.referral;
        var person = "/v1/inwoners/" + handover.person;
        var visit = referral + "/eerste-bezoeken/" + UUID.randomUUID();
        var bell = "/v1/zorgsignalen/" + UUID.randomUUID();
        refusedIn("beheer", "/v1/partijen", "naam", "buurt");
        refusedIn("beheer", "/v1/partijen/" + UUID.randomUUID() + "/leden", "naam", "account");
        refusedIn("beheer", person + "/accounts", "account");
        refusedIn("samira", "/v1/inwoners", "naam", "roepnaam", "veiligContact", "buurt");
        refusedIn("samira", person + "/toestemmingen", "doel");
        refusedIn("joke", person + "/handleidingen/1/teruglezingen", "begrepen");
        refusedIn("samira", "/v1/verwijzingen", "wens");
        refusedIn("joke", referral + "/vragen", "vraag");
        refusedIn("samira", referral + "/vragen/" + UUID.randomUUID() + "/antwoorden", "antwoord");
        refusedIn("joke", referral + "/niet-nu", "woorden");
        refusedIn("samira", referral + "/eerste-bezoeken", "waar");
        refusedIn("samira", visit + "/afzeggingen", "woorden");
        refusedIn("samira", visit + "/uitkomsten", "woorden");
        refusedIn("samira", referral + "/opschalingen", "waarom");
        refusedIn("samira", referral + "/afschalingen", "waarom");
        refusedIn("samira", "/v1/zorgsignalen", "watZieJe");
        refusedIn("samira", bell + "/uitkomsten", "woorden");
        var mail = Map.of("email", "111222333@voorbeeld.example");
        assertThat(post("samira", "/v1/inwoners", mail).faults()).containsEntry("email", NO_NUMBER);
        var headings = List.of(Map.of("kop", "123456782", "tekst", "bel 111222333 maar"));
        var guide = post("samira", person + "/handleidingen", Map.of("kopjes", headings));
        assertThat(guide.faults())
                .isEqualTo(Map.of("kopjes[0].kop", NO_NUMBER, "kopjes[0].tekst", NO_NUMBER));
        var moved = Map.of("wanneer", town.now().plusSeconds(60).toString(), "waar", "111222333");
        var put = town.voice("samira").put(visit, moved);
        assertThat(put.body().required("fouten").required(0).required("melding").stringValue())
                .isEqualTo(NO_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"111222333", "111.222.333", "111 222 333", "Nr.1.1.1 2.2.2 3.3.3, dus"})
    void however_it_is_written(String number) {
        var said = post("samira", "/v1/verwijzingen", Map.of("wens", number));
        assertThat(said.faults()).containsEntry("wens", NO_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"111222334", "1112223330", "bel 0612345678", "2026-03-02 10:00"})
    void other_numbers_are_fine(String number) {
        assertThat(named(number).path("samira").status()).isEqualTo(200);
    }

    @Test
    void a_phone_number_may_look_like_one() {
        var body =
                Map.of(
                        "naam",
                        "Bel",
                        "roepnaam",
                        "Bel",
                        "buurt",
                        "Noord",
                        "telefoon",
                        "111 222 333");
        assertThat(post("samira", "/v1/inwoners", body).status()).isEqualTo(201);
    }

    private void refusedIn(String who, String path, String... fields) {
        var body = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            body.put(field, "nummer 111.222.333 staat hier");
        }
        var faults = post(who, path, body).faults();
        for (var field : fields) {
            assertThat(faults).as(path).containsEntry(field, NO_NUMBER);
        }
    }

    private Handover named(String name) {
        var body = Map.of("naam", name, "roepnaam", "Nieuw", "buurt", name);
        var person = town.voice("samira").tell(Handover.key(), "/v1/inwoners", body).id();
        return Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE, person);
    }

    private Said post(String who, String path, Object body) {
        var url = town.services().addresses().command() + path;
        return Wire.post(Tokens.of(town).token(who), url, body);
    }
}

package nl.schakel.standalone;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.standalone.story.Voice;
import tools.jackson.databind.JsonNode;

/** Acts between Samira and Joke with any words, in a process of its own. */
final class AnyStory {

    private final Started schakel;
    private final Map<String, Voice> voices = new HashMap<>();

    AnyStory(Started schakel) {
        this.schakel = schakel;
    }

    UUID registers(String name, String callName, String phone, String mail, String where) {
        var body =
                Map.of(
                        "naam", name,
                        "roepnaam", callName,
                        "telefoon", phone,
                        "email", mail,
                        "veiligContact", "niet bellen: " + name,
                        "buurt", where);
        return tell("samira", "/v1/inwoners", body);
    }

    UUID refers(UUID person, String wish) {
        var body =
                Map.of(
                        "inwoner",
                        person,
                        "naar",
                        party("joke"),
                        "wens",
                        wish,
                        "contact",
                        person("samira"),
                        "inwonerWeetHiervan",
                        true);
        return tell("samira", "/v1/verwijzingen", body);
    }

    void consents(UUID person, String purpose) {
        var body =
                Map.of(
                        "ontvanger",
                        party("joke"),
                        "gegevens",
                        List.of("handleiding"),
                        "doel",
                        purpose,
                        "gemeldDoor",
                        person);
        about(person, "samira", "/toestemmingen", body);
    }

    UUID promises(UUID referral, Instant when, String where) {
        var body =
                Map.of(
                        "metWie", person("samira"),
                        "wanneer", when.toString(),
                        "waar", where);
        return on(referral, "samira", "/eerste-bezoeken", body);
    }

    int moves(UUID referral, String path, Map<String, ?> body) {
        return voice("samira").put("/v1/verwijzingen/" + referral + path, body).status();
    }

    UUID rings(String who, UUID referral, String words) {
        var body = Map.of("verwijzing", referral, "watZieJe", words, "hoeDringend", "zorg");
        return tell(who, "/v1/zorgsignalen", body);
    }

    void adds(String name, String phone, String account) {
        var body =
                Map.of(
                        "naam", name,
                        "telefoon", phone,
                        "rollen", List.of("vrijwilliger"),
                        "account", account);
        tell("beheer", "/v1/partijen/" + party("joke") + "/leden", body);
    }

    UUID on(UUID referral, String who, String act, Map<String, ?> body) {
        return tell(who, "/v1/verwijzingen/" + referral + act, body);
    }

    UUID about(UUID person, String who, String act, Map<String, ?> body) {
        return tell(who, "/v1/inwoners/" + person + act, body);
    }

    UUID tell(String who, String path, Map<String, ?> body) {
        return voice(who).tell(UUID.randomUUID().toString(), path, body).id();
    }

    int status(String who, String path, Object body) {
        return voice(who).post(path, body, Map.of()).status();
    }

    JsonNode path(UUID person) {
        return voice("samira").get("/v1/inwoners/" + person + "/pad").body();
    }

    UUID person(String persona) {
        return UUID.fromString(me(persona).required("persoon").stringValue());
    }

    UUID party(String persona) {
        var first = me(persona).required("partijen").required(0);
        return UUID.fromString(first.required("partij").stringValue());
    }

    private JsonNode me(String persona) {
        return voice(persona).get("/v1/ik").body();
    }

    private Voice voice(String persona) {
        return voices.computeIfAbsent(persona, schakel::voice);
    }
}

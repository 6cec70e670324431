package nl.schakel.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.standalone.story.Voice.Reply;

/** One warm handover, told step by step through the API, whoever asks whom. */
final class Handover {

    final Town town;
    final Sides sides;
    final UUID person;
    final UUID referral;

    private Handover(Town town, Sides sides, UUID person, UUID referral) {
        this.town = town;
        this.sides = sides;
        this.person = person;
        this.referral = referral;
    }

    /** The asking side asks the receiving side to welcome somebody new. */
    static Handover asked(Town town, Sides sides) {
        return asked(town, sides, town.newcomer(sides.asker));
    }

    /** The asking side asks the receiving side to welcome this person. */
    static Handover asked(Town town, Sides sides, UUID person) {
        var body =
                Map.of(
                        "inwoner",
                        person,
                        "naar",
                        town.party(sides.receivingParty),
                        "wens",
                        "Weer ergens nodig zijn.",
                        "contact",
                        town.person(sides.asker),
                        "vervanger",
                        town.person(sides.standIn),
                        "inwonerWeetHiervan",
                        true);
        var referral = town.voice(sides.asker).tell(key(), "/v1/verwijzingen", body).id();
        return new Handover(town, sides, person, referral);
    }

    /** Both yeses are there. */
    static Handover started(Town town, Sides sides) {
        var handover = asked(town, sides);
        handover.saysYes();
        handover.welcomes();
        return handover;
    }

    UUID asksBack(String question) {
        return onReferral(sides.host, "/vragen", Map.of("vraag", question)).id();
    }

    void answers(UUID question, String answer) {
        var path = "/vragen/" + question + "/antwoorden";
        onReferral(sides.asker, path, Map.of("antwoord", answer));
    }

    /** Spoken to the asker, who writes it down as hers. */
    void saysYes() {
        onReferral(sides.asker, "/ja-van-inwoner", Map.of("gemeldDoor", person));
    }

    void welcomes() {
        onReferral(sides.host, "/welkom", Map.of("contact", town.person(sides.host)));
    }

    void writesTheGuide() {
        var headings = List.of(Map.of("kop", "Wat helpt", "tekst", "Samen naar buiten."));
        onPerson(sides.asker, "/handleidingen", Map.of("kopjes", headings));
    }

    UUID consents() {
        var body =
                Map.of(
                        "ontvanger",
                        town.party(sides.receivingParty),
                        "gegevens",
                        List.of("handleiding"),
                        "doel",
                        "Weten wat helpt.",
                        "gemeldDoor",
                        person);
        return onPerson(sides.asker, "/toestemmingen", body).id();
    }

    Reply withdraws(UUID consent) {
        var path = "/toestemmingen/" + consent + "/intrekkingen";
        return onPerson(sides.asker, path, Map.of("gemeldDoor", person));
    }

    void releasesTheGuide() {
        var body = Map.of("partij", town.party(sides.receivingParty));
        onPerson(sides.asker, "/handleidingen/1/vrijgaven", body);
    }

    void readsBack() {
        var body = Map.of("begrepen", "Even naar buiten dus.");
        onPerson(sides.host, "/handleidingen/1/teruglezingen", body);
    }

    UUID promises(Duration from) {
        var body =
                Map.of(
                        "metWie", town.person(sides.asker),
                        "wanneer", town.now().plus(from).toString(),
                        "waar", "Aan de grote tafel");
        return onReferral(sides.asker, "/eerste-bezoeken", body).id();
    }

    void callsOff(UUID visit) {
        var path = "/eerste-bezoeken/" + visit + "/afzeggingen";
        onReferral(sides.asker, path, Map.of("doorWie", person, "woorden", "Liever later."));
    }

    void tellsHowItWent(String who, UUID visit, String outcome) {
        var path = "/eerste-bezoeken/" + visit + "/uitkomsten";
        onReferral(who, path, Map.of("uitkomst", outcome));
    }

    Reply rings(String who, String words) {
        var body = Map.of("verwijzing", referral, "watZieJe", words, "hoeDringend", "zorg");
        return town.voice(who).tell(key(), "/v1/zorgsignalen", body);
    }

    void scales(String who, String act, String level) {
        var day = town.now().plus(Duration.ofDays(60)).toString().substring(0, 10);
        var body =
                Map.of(
                        "lijn",
                        "individueel",
                        "niveau",
                        level,
                        "waarom",
                        "Dit past nu.",
                        "weerKijkenOp",
                        day);
        onReferral(who, act, body);
    }

    void letsGo() {
        var day = town.now().plus(Duration.ofDays(56)).toString().substring(0, 10);
        var body = Map.of("omkijkenTot", day, "wegTerug", town.person(sides.asker));
        onReferral(sides.asker, "/loslatingen", body);
    }

    void looksAfter() {
        onReferral(sides.host, "/loslatingen/bevestigingen", Map.of());
    }

    /** The path as this persona sees it, once all that was told has been taken in. */
    Reply path(String who) {
        return town.voice(who).get("/v1/inwoners/" + person + "/pad");
    }

    Reply onReferral(String who, String act, Map<String, ?> body) {
        return town.voice(who).tell(key(), "/v1/verwijzingen/" + referral + act, body);
    }

    Reply onPerson(String who, String act, Map<String, ?> body) {
        return town.voice(who).tell(key(), "/v1/inwoners/" + person + act, body);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}

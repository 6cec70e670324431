package nl.schakel.standalone;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that outside clients use, written down by hand: added to, never renamed. */
final class Contract {

    private static final String REFERRAL = "POST /v1/verwijzingen/{}";
    private static final String PERSON = "POST /v1/inwoners/{}";
    private static final String BELL = "POST /v1/zorgsignalen";
    private static final Set<String> SCALE = Set.of("lijn", "niveau", "waarom", "weerKijkenOp");

    /** What stands in the body of a command. */
    static final Map<String, Set<String>> BODIES =
            Map.ofEntries(
                    entry("POST /v1/partijen", Set.of("soort", "naam", "buurt")),
                    entry(
                            "POST /v1/partijen/{}/leden",
                            Set.of("naam", "telefoon", "rollen", "account")),
                    entry(
                            "POST /v1/inwoners",
                            Set.of(
                                    "naam",
                                    "roepnaam",
                                    "geboortedatum",
                                    "telefoon",
                                    "email",
                                    "buurt",
                                    "veiligContact")),
                    entry(PERSON + "/accounts", Set.of("account")),
                    entry(
                            PERSON + "/toestemmingen",
                            Set.of("ontvanger", "gegevens", "doel", "tot")),
                    entry(PERSON + "/toestemmingen/{}/intrekkingen", Set.of()),
                    entry(PERSON + "/handleidingen", Set.of("kopjes")),
                    entry(PERSON + "/handleidingen/{}/vrijgaven", Set.of("partij", "leden")),
                    entry(PERSON + "/handleidingen/{}/teruglezingen", Set.of("begrepen")),
                    entry(
                            "POST /v1/verwijzingen",
                            Set.of(
                                    "inwoner",
                                    "naar",
                                    "wens",
                                    "contact",
                                    "vervanger",
                                    "inwonerWeetHiervan")),
                    entry(REFERRAL + "/ja-van-inwoner", Set.of()),
                    entry(REFERRAL + "/welkom", Set.of("contact", "vervanger")),
                    entry(REFERRAL + "/niet-nu", Set.of("woorden")),
                    entry(REFERRAL + "/vragen", Set.of("vraag")),
                    entry(REFERRAL + "/vragen/{}/antwoorden", Set.of("antwoord")),
                    entry(REFERRAL + "/eerste-bezoeken", Set.of("metWie", "wanneer", "waar")),
                    entry(
                            "PUT /v1/verwijzingen/{}/eerste-bezoeken/{}",
                            Set.of("wanneer", "waar", "metWie")),
                    entry(
                            REFERRAL + "/eerste-bezoeken/{}/afzeggingen",
                            Set.of("doorWie", "woorden")),
                    entry(
                            REFERRAL + "/eerste-bezoeken/{}/uitkomsten",
                            Set.of("uitkomst", "woorden")),
                    entry(REFERRAL + "/opschalingen", SCALE),
                    entry(REFERRAL + "/afschalingen", SCALE),
                    entry(REFERRAL + "/loslatingen", Set.of("omkijkenTot", "wegTerug")),
                    entry(REFERRAL + "/loslatingen/bevestigingen", Set.of()),
                    entry(BELL, Set.of("verwijzing", "inwoner", "watZieJe", "hoeDringend")),
                    entry(BELL + "/vooruitblikken", Set.of("verwijzing", "inwoner")),
                    entry(BELL + "/{}/gehoord", Set.of()),
                    entry(BELL + "/{}/uitkomsten", Set.of("woorden")),
                    entry("POST /v1/leden/{}/afwezigheden", Set.of("van", "tot", "vervanger")),
                    entry("POST /v1/leden/{}/terugkomsten", Set.of()),
                    entry("POST /v1/inzageverzoeken", Set.of("inwoner", "reden")),
                    entry("POST /v1/inzageverzoeken/{}/goedkeuringen", Set.of()));

    /** What stands in the answer to a question, and to a command that makes something. */
    static final Map<String, Set<String>> ANSWERS =
            Map.ofEntries(
                    Map.entry(BELL, Set.of("id", "versie", "positie")),
                    Map.entry(
                            PERSON + "/handleidingen",
                            Set.of("id", "versie", "positie", "versieNummer")),
                    Map.entry("GET /v1/ik", Set.of("persoon", "naam", "partijen")),
                    Map.entry(
                            "GET /v1/inwoners/{}/pad",
                            Set.of(
                                    "inwoner",
                                    "banen",
                                    "schakelmomenten",
                                    "wieDoetWatNu",
                                    "wachtenOp",
                                    "ondersteuning",
                                    "positie")),
                    Map.entry(
                            "GET /v1/inwoners/{}/handleiding",
                            Set.of("versieNummer", "vrijgegevenDoor", "kopjes")),
                    Map.entry("GET /v1/werklijst", Set.of("volgende")),
                    Map.entry("GET /v1/agenda", Set.of("bezoeken", "volgende")),
                    Map.entry("GET /v1/partijen", Set.of("partijen", "volgende")),
                    Map.entry("GET /v1/partijen/{}/leden", Set.of("leden")),
                    Map.entry("GET /v1/inwoners", Set.of("inwoners", "volgende")),
                    Map.entry("GET /v1/zorgsignalen", Set.of("volgende")),
                    Map.entry(
                            "GET /v1/verwijzingen/{}",
                            Set.of("id", "inwoner", "naar", "wens", "contact")),
                    Map.entry("GET /v1/historie/inwoners", Set.of("inwoners", "volgende")),
                    Map.entry("GET /v1/historie/inwoners/{}", Set.of("feiten")),
                    Map.entry("GET /v1/historie/{}/{}", Set.of("feiten")),
                    Map.entry("GET /v1/historie/inwoners/{}/kring", Set.of("matrix", "zicht")),
                    Map.entry("GET /v1/historie/inwoners/{}/verschil", Set.of("feitenErbij")),
                    Map.entry("GET /v1/zorgsignalen/{}", Set.of("id", "gehoordVoor")),
                    Map.entry("GET /v1/inwoners/{}/contacten", Set.of("contacten")),
                    Map.entry("GET /v1/inzageverzoeken", Set.of("inzageverzoeken", "volgende")),
                    Map.entry("GET /v1/inzageverzoeken/{}", Set.of("inwoner", "reden", "stand")),
                    Map.entry("GET /v1/inzageverzoeken/{}/inhoud", Set.of("namen", "feiten")),
                    Map.entry("GET /v1/historie/inwoners/{}/uitvoer", Set.of()),
                    Map.entry("GET /v1/historie/{}/{}/uitvoer", Set.of()),
                    Map.entry(
                            "GET /v1/historie/controlepunten/laatste",
                            Set.of("omvang", "wortel", "gemaaktOp", "regel")),
                    Map.entry(
                            "GET /v1/historie/controlepunten/{}/bewijs",
                            Set.of("vanaf", "omvang", "pad")));

    /** Names deeper inside a body or an answer. */
    private static final String DEEPER =
            "kop tekst gebeurdOp gemeldDoor vastgelegdOp partij rollen soort van wie waarom belofte"
                    + " lijnen waarop sinds";

    /** What was added since: it is here to stay as well. */
    private static final String ADDED =
            "revisie hash bewijs inhoud nagerekend verzegeldTot controlepunt pad positie naam"
                    + " bijgewerktTot hoe betreft taken voorMij zorgsignalen door belt gehoordVoor"
                    + " gehoordDoor gehoordOp stand jaVanInwoner gastheer matrix zicht namens verwijzingen"
                    + " handleidingen toestemmingen toestemming ontvanger handleiding tot vrijgaven vrijgave"
                    + " versie leden contacten verwijzing feitenErbij zichtErbij zichtEraf gevraagdDoor reden"
                    + " goedgekeurdDoor namen id teksten veld tekst partijNaam wie telefoon kan vragen"
                    + " bezoek metWie wanneer waar";

    private Contract() {}

    /** Every name there is. */
    static Set<String> words() {
        var words = new TreeSet<>(List.of((DEEPER + " " + ADDED).split(" ")));
        BODIES.values().forEach(words::addAll);
        ANSWERS.values().forEach(words::addAll);
        return words;
    }
}

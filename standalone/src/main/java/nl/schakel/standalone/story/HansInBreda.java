package nl.schakel.standalone.story;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.standalone.story.Voice.Reply;
import org.jspecify.annotations.Nullable;

/** Case 1: Samira brings Hans to De Sleutel, and lets go when the neighbourhood looks after. */
final class HansInBreda {

    private static final String GGZ = "GGZ Breda";
    private static final String SLEUTEL = "De Sleutel";

    private final Neighbourhood here;
    private final StoryYear year;
    private @Nullable UUID referral;
    private @Nullable UUID question;
    private @Nullable UUID visit;
    private @Nullable UUID concern;
    private int told;

    HansInBreda(Neighbourhood here, StoryYear year) {
        this.here = here;
        this.year = year;
    }

    List<Scene> scenes() {
        var scenes = new ArrayList<>(asking());
        scenes.addAll(gettingToKnow());
        scenes.addAll(worrying());
        scenes.addAll(lettingGo());
        return List.copyOf(scenes);
    }

    private List<Scene> asking() {
        return List.of(
                new Scene(
                        year.at(0, MONDAY, "10:00"),
                        () -> here.register("samira", "hans", "Hans", "Breda Noord")),
                new Scene(
                        year.at(0, MONDAY, "10:10"),
                        () -> referral = tell("samira", "/v1/verwijzingen", referring()).id()),
                new Scene(
                        year.at(0, TUESDAY, "11:00"),
                        () ->
                                question =
                                        tell(
                                                        "joke",
                                                        at("/vragen"),
                                                        Map.of(
                                                                "vraag",
                                                                "Werkt hij liever met hout of met fietsen?"))
                                                .id()),
                new Scene(
                        year.at(0, TUESDAY, "15:30"),
                        () ->
                                tell(
                                        "samira",
                                        at("/vragen/" + question + "/antwoorden"),
                                        Map.of("antwoord", "Met hout. Hij was meubelmaker."))),
                new Scene(
                        year.at(0, WEDNESDAY, "09:30"),
                        () -> tell("hans", at("/ja-van-inwoner"), Map.of())),
                new Scene(
                        year.at(0, WEDNESDAY, "14:00"),
                        () ->
                                tell(
                                        "joke",
                                        at("/welkom"),
                                        Map.of(
                                                "contact", here.person("joke"),
                                                "vervanger",
                                                        here.person("sleutel-vrijwilliger")))));
    }

    private Map<String, ?> referring() {
        return Map.of(
                "inwoner", here.person("hans"),
                "naar", here.party(SLEUTEL),
                "wens", "Weer ergens nodig zijn.",
                "contact", here.person("samira"),
                "vervanger", here.person("peter"),
                "inwonerWeetHiervan", true);
    }

    private List<Scene> gettingToKnow() {
        return List.of(
                new Scene(
                        year.at(0, THURSDAY, "13:00"),
                        () ->
                                tell(
                                        "samira",
                                        hans("/handleidingen"),
                                        Map.of(
                                                "kopjes",
                                                List.of(
                                                        heading(
                                                                "Wat doet mij goed",
                                                                "Ochtenden, en iets met mijn handen."),
                                                        heading("Liever niet", "Drukte."),
                                                        heading(
                                                                "Wat helpt",
                                                                "Als hij stil wordt: samen naar buiten."))))),
                new Scene(
                        year.at(0, THURSDAY, "13:20"),
                        () ->
                                tell(
                                        "hans",
                                        hans("/toestemmingen"),
                                        Map.of(
                                                "ontvanger",
                                                here.party(SLEUTEL),
                                                "gegevens",
                                                List.of(
                                                        "contactgegevens",
                                                        "verwijzing",
                                                        "handleiding"),
                                                "doel",
                                                "Zodat De Sleutel weet hoe het met mij goed gaat."))),
                new Scene(
                        year.at(0, THURSDAY, "13:25"),
                        () ->
                                tell(
                                        "samira",
                                        hans("/handleidingen/1/vrijgaven"),
                                        Map.of("partij", here.party(SLEUTEL)))),
                new Scene(
                        year.at(0, FRIDAY, "10:00"),
                        () ->
                                tell(
                                        "joke",
                                        hans("/handleidingen/1/teruglezingen"),
                                        Map.of(
                                                "begrepen",
                                                "Een rustige ochtend in de werkplaats. Wordt hij stil, dan lopen we even om."))),
                new Scene(
                        year.at(0, FRIDAY, "10:30"),
                        () -> visit = promise(year.at(1, TUESDAY, "10:00").toString()).id()),
                new Scene(
                        year.at(1, TUESDAY, "08:40"),
                        () ->
                                tell(
                                        "samira",
                                        at("/eerste-bezoeken/" + visit + "/afzeggingen"),
                                        Map.of(
                                                "doorWie",
                                                here.person("hans"),
                                                "woorden",
                                                "Slecht geslapen. Donderdag wel."))),
                new Scene(
                        year.at(1, TUESDAY, "08:45"),
                        () -> visit = promise(year.at(1, THURSDAY, "10:00").toString()).id()),
                new Scene(
                        year.at(1, THURSDAY, "12:00"),
                        () ->
                                tell(
                                        "samira",
                                        at("/eerste-bezoeken/" + visit + "/uitkomsten"),
                                        Map.of(
                                                "uitkomst", "samen",
                                                "woorden",
                                                        "Hij heeft een stoel geschuurd en bleef langer."))));
    }

    private Reply promise(String when) {
        return tell(
                "samira",
                at("/eerste-bezoeken"),
                Map.of("metWie", here.person("samira"), "wanneer", when, "waar", SLEUTEL));
    }

    private List<Scene> worrying() {
        return List.of(
                new Scene(
                        year.at(3, FRIDAY, "16:00"),
                        () ->
                                tell(
                                        "samira",
                                        "/v1/leden/" + here.person("samira") + "/afwezigheden",
                                        Map.of(
                                                "van", year.day(4, MONDAY).toString(),
                                                "tot", year.day(5, FRIDAY).toString(),
                                                "vervanger", here.person("peter")))),
                new Scene(
                        year.at(4, THURSDAY, "11:00"),
                        () ->
                                concern =
                                        tell(
                                                        "joke",
                                                        "/v1/zorgsignalen",
                                                        Map.of(
                                                                "verwijzing",
                                                                String.valueOf(referral),
                                                                "watZieJe",
                                                                "Hans is twee keer niet gekomen en neemt niet op.",
                                                                "hoeDringend",
                                                                "zorg"))
                                                .id()),
                new Scene(
                        year.at(4, THURSDAY, "11:35"),
                        () -> tell("peter", "/v1/zorgsignalen/" + concern + "/gehoord", Map.of())),
                new Scene(
                        year.at(4, THURSDAY, "13:15"),
                        () ->
                                tell(
                                        "peter",
                                        "/v1/zorgsignalen/" + concern + "/uitkomsten",
                                        Map.of(
                                                "woorden",
                                                "Ik sprak Hans. Hij ziet op tegen de ochtenden. Ik kom een tijd mee."))),
                new Scene(
                        year.at(4, THURSDAY, "13:20"),
                        () ->
                                scale(
                                        "peter",
                                        "/opschalingen",
                                        "nabij",
                                        "Samen de ochtend beginnen.",
                                        year.day(13, TUESDAY).toString())),
                new Scene(
                        year.at(6, MONDAY, "09:00"),
                        () ->
                                tell(
                                        "samira",
                                        "/v1/leden/" + here.person("samira") + "/terugkomsten",
                                        Map.of())));
    }

    private List<Scene> lettingGo() {
        return List.of(
                new Scene(
                        year.at(14, TUESDAY, "11:00"),
                        () ->
                                scale(
                                        "samira",
                                        "/afschalingen",
                                        "vinger-aan-de-pols",
                                        "Hij komt weer uit zichzelf, drie ochtenden.",
                                        year.day(25, TUESDAY).toString())),
                new Scene(
                        year.at(27, TUESDAY, "10:00"),
                        () ->
                                tell(
                                        "samira",
                                        at("/loslatingen"),
                                        Map.of(
                                                "omkijkenTot",
                                                year.day(34, FRIDAY).toString(),
                                                "wegTerug",
                                                here.person("samira")))),
                new Scene(
                        year.at(27, WEDNESDAY, "15:00"),
                        () -> tell("joke", at("/loslatingen/bevestigingen"), Map.of())));
    }

    private void scale(String who, String act, String level, String why, String lookAgainOn) {
        tell(
                who,
                at(act),
                Map.of(
                        "lijn", "individueel",
                        "niveau", level,
                        "waarom", why,
                        "weerKijkenOp", lookAgainOn));
    }

    /** The number of a telling makes its key: told again, it has no second effect. */
    private Reply tell(String who, String path, Map<String, ?> body) {
        return here.voice(who).tell("hans-" + ++told, path, body);
    }

    private String at(String act) {
        return "/v1/verwijzingen/" + referral + act;
    }

    private String hans(String act) {
        return "/v1/inwoners/" + here.person("hans") + act;
    }

    private static Map<String, String> heading(String title, String text) {
        return Map.of("kop", title, "tekst", text);
    }
}

package nl.schakel.standalone.story;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.standalone.story.Voice.Reply;
import org.jspecify.annotations.Nullable;

/** Case 2, the other direction: Wim brings Fatma to Stimenz, and looks after when Eline lets go. */
final class FatmaInApeldoorn {

    private static final String STIMENZ = "Stimenz";

    private final Neighbourhood here;
    private final StoryYear year;
    private @Nullable UUID referral;
    private @Nullable UUID visit;
    private int told;

    FatmaInApeldoorn(Neighbourhood here, StoryYear year) {
        this.here = here;
        this.year = year;
    }

    List<Scene> scenes() {
        return List.of(
                new Scene(
                        year.at(1, MONDAY, "09:30"),
                        () -> here.register("wim", "fatma", "Fatma", "Apeldoorn-Zuid")),
                new Scene(
                        year.at(1, MONDAY, "09:40"),
                        () -> referral = tell("wim", "/v1/verwijzingen", referring()).id()),
                new Scene(
                        year.at(1, MONDAY, "09:45"),
                        () ->
                                tell(
                                        "wim",
                                        at("/ja-van-inwoner"),
                                        Map.of("gemeldDoor", here.person("fatma")))),
                new Scene(
                        year.at(1, TUESDAY, "13:00"),
                        () ->
                                tell(
                                        "eline",
                                        at("/welkom"),
                                        Map.of("contact", here.person("eline")))),
                new Scene(
                        year.at(1, TUESDAY, "13:10"),
                        () ->
                                visit =
                                        tell(
                                                        "wim",
                                                        at("/eerste-bezoeken"),
                                                        Map.of(
                                                                "metWie", here.person("wim"),
                                                                "wanneer",
                                                                        year.at(1, FRIDAY, "10:00")
                                                                                .toString(),
                                                                "waar", "Bij Fatma aan tafel"))
                                                .id()),
                new Scene(
                        year.at(1, FRIDAY, "11:30"),
                        () ->
                                tell(
                                        "eline",
                                        at("/eerste-bezoeken/" + visit + "/uitkomsten"),
                                        Map.of(
                                                "uitkomst", "samen",
                                                "woorden",
                                                        "De hele stapel ligt nu open op tafel."))),
                new Scene(
                        year.at(20, WEDNESDAY, "10:00"),
                        () ->
                                tell(
                                        "eline",
                                        at("/loslatingen"),
                                        Map.of(
                                                "omkijkenTot", year.day(28, WEDNESDAY).toString(),
                                                "wegTerug", here.person("eline")))),
                new Scene(
                        year.at(20, THURSDAY, "09:15"),
                        () -> tell("wim", at("/loslatingen/bevestigingen"), Map.of())));
    }

    private Map<String, ?> referring() {
        return Map.of(
                "inwoner", here.person("fatma"),
                "naar", here.party(STIMENZ),
                "wens", "De post weer durven openen.",
                "contact", here.person("wim"),
                "inwonerWeetHiervan", true);
    }

    /** The number of a telling makes its key: told again, it has no second effect. */
    private Reply tell(String who, String path, Map<String, ?> body) {
        return here.voice(who).tell("fatma-" + ++told, path, body);
    }

    private String at(String act) {
        return "/v1/verwijzingen/" + referral + act;
    }
}

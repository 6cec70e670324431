package nl.schakel.standalone.story;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Case 2, the other direction: Wim brings Fatma to Stimenz, and looks after when Eline lets go. */
final class FatmaInApeldoorn {

    private final Neighbourhood here;
    private final StoryYear year;
    private final Case fatma;
    private @Nullable UUID visit;

    FatmaInApeldoorn(Neighbourhood here, StoryYear year) {
        this.here = here;
        this.year = year;
        this.fatma = new Case(here, "fatma");
    }

    List<Scene> scenes() {
        return List.of(
                on(1, MONDAY, "09:30", this::wimHearsAtTheDoor),
                on(1, MONDAY, "09:40", this::heAsksStimenz),
                on(1, MONDAY, "09:45", this::fatmaSaysYes),
                on(1, TUESDAY, "13:00", this::elineSaysWelcome),
                on(1, TUESDAY, "13:10", this::wimGoesAlong),
                on(1, FRIDAY, "11:30", this::theyWentTogether),
                on(20, WEDNESDAY, "10:00", this::elineLetsGo),
                on(20, THURSDAY, "09:15", this::zuidDoetSamenLooksAfter));
    }

    private void wimHearsAtTheDoor() {
        here.register("wim", "fatma", "Fatma", "Apeldoorn-Zuid");
    }

    private void heAsksStimenz() {
        fatma.refer("wim", "Stimenz", "De post weer durven openen.", null);
    }

    /** She said it to Wim, who wrote it down as hers. */
    private void fatmaSaysYes() {
        fatma.onReferral("wim", "/ja-van-inwoner", Map.of("gemeldDoor", here.person("fatma")));
    }

    private void elineSaysWelcome() {
        fatma.onReferral("eline", "/welkom", Map.of("contact", here.person("eline")));
    }

    private void wimGoesAlong() {
        var body =
                Map.of(
                        "metWie", here.person("wim"),
                        "wanneer", year.at(1, FRIDAY, "10:00").toString(),
                        "waar", "Bij Fatma aan tafel");
        visit = fatma.onReferral("wim", "/eerste-bezoeken", body).id();
    }

    private void theyWentTogether() {
        var body = Map.of("uitkomst", "samen", "woorden", "De hele stapel ligt nu open op tafel.");
        fatma.onReferral("eline", "/eerste-bezoeken/" + visit + "/uitkomsten", body);
    }

    private void elineLetsGo() {
        var body =
                Map.of(
                        "omkijkenTot", year.day(28, WEDNESDAY).toString(),
                        "wegTerug", here.person("eline"));
        fatma.onReferral("eline", "/loslatingen", body);
    }

    private void zuidDoetSamenLooksAfter() {
        fatma.onReferral("wim", "/loslatingen/bevestigingen", Map.of());
    }

    private Scene on(int week, DayOfWeek day, String time, Runnable tell) {
        return new Scene(year.at(week, day, time), tell);
    }
}

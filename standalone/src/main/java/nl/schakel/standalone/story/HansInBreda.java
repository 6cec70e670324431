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

/** Case 1: Samira brings Hans to De Sleutel, and lets go when the neighbourhood looks after. */
final class HansInBreda {

    private static final String SLEUTEL = "De Sleutel";

    private final Neighbourhood here;
    private final StoryYear year;
    private final Case hans;
    private @Nullable UUID question;
    private @Nullable UUID visit;
    private @Nullable UUID concern;

    HansInBreda(Neighbourhood here, StoryYear year) {
        this.here = here;
        this.year = year;
        this.hans = new Case(here, "hans");
    }

    List<Scene> scenes() {
        return List.of(
                on(0, MONDAY, "10:00", this::samiraMeetsHans),
                on(0, MONDAY, "10:10", this::sheAsksDeSleutel),
                on(0, TUESDAY, "11:00", this::jokeAsksBack),
                on(0, TUESDAY, "15:30", this::samiraAnswers),
                on(0, WEDNESDAY, "09:30", this::hansSaysYes),
                on(0, WEDNESDAY, "14:00", this::jokeSaysWelcome),
                on(0, THURSDAY, "13:00", this::theGuideIsWrittenTogether),
                on(0, THURSDAY, "13:20", this::hansConsents),
                on(0, THURSDAY, "13:25", this::theGuideIsReleased),
                on(0, FRIDAY, "10:00", this::jokeReadsBack),
                on(0, FRIDAY, "10:30", () -> samiraGoesAlong(1, TUESDAY)),
                on(1, TUESDAY, "08:40", this::hansCallsOff),
                on(1, TUESDAY, "08:45", () -> samiraGoesAlong(1, THURSDAY)),
                on(1, THURSDAY, "12:00", this::theyWentTogether),
                on(3, FRIDAY, "16:00", this::samiraGoesOnHoliday),
                on(4, THURSDAY, "11:00", this::jokeRingsTheBell),
                on(4, THURSDAY, "11:35", this::peterHears),
                on(4, THURSDAY, "13:15", this::peterTellsWhatCameOfIt),
                on(4, THURSDAY, "13:20", this::peterComesAlongside),
                on(6, MONDAY, "09:00", this::samiraIsBack),
                on(14, TUESDAY, "11:00", this::aFingerOnThePulseIsEnough),
                on(27, TUESDAY, "10:00", this::samiraLetsGo),
                on(27, WEDNESDAY, "15:00", this::deSleutelLooksAfter));
    }

    private void samiraMeetsHans() {
        here.register("samira", "hans", "Hans", "Breda Noord");
    }

    private void sheAsksDeSleutel() {
        hans.refer("samira", SLEUTEL, "Weer ergens nodig zijn.", "peter");
    }

    private void jokeAsksBack() {
        var body = Map.of("vraag", "Werkt hij liever met hout of met fietsen?");
        question = hans.onReferral("joke", "/vragen", body).id();
    }

    private void samiraAnswers() {
        var body = Map.of("antwoord", "Met hout. Hij was meubelmaker.");
        hans.onReferral("samira", "/vragen/" + question + "/antwoorden", body);
    }

    private void hansSaysYes() {
        hans.onReferral("hans", "/ja-van-inwoner", Map.of());
    }

    private void jokeSaysWelcome() {
        var contact = here.person("joke");
        var substitute = here.person("sleutel-vrijwilliger");
        hans.onReferral("joke", "/welkom", Map.of("contact", contact, "vervanger", substitute));
    }

    private void theGuideIsWrittenTogether() {
        var headings =
                List.of(
                        heading("Wat doet mij goed", "Ochtenden, en iets met mijn handen."),
                        heading("Liever niet", "Drukte."),
                        heading("Wat helpt", "Als hij stil wordt: samen naar buiten."));
        hans.onInwoner("samira", "/handleidingen", Map.of("kopjes", headings));
    }

    private void hansConsents() {
        var body =
                Map.of(
                        "ontvanger", here.party(SLEUTEL),
                        "gegevens", List.of("contactgegevens", "verwijzing", "handleiding"),
                        "doel", "Zodat De Sleutel weet hoe het met mij goed gaat.");
        hans.onInwoner("hans", "/toestemmingen", body);
    }

    private void theGuideIsReleased() {
        var body = Map.of("partij", here.party(SLEUTEL));
        hans.onInwoner("samira", "/handleidingen/1/vrijgaven", body);
    }

    private void jokeReadsBack() {
        var understood = "Een rustige ochtend in de werkplaats. Wordt hij stil, dan lopen we om.";
        hans.onInwoner("joke", "/handleidingen/1/teruglezingen", Map.of("begrepen", understood));
    }

    private void samiraGoesAlong(int week, DayOfWeek day) {
        var body =
                Map.of(
                        "metWie", here.person("samira"),
                        "wanneer", year.at(week, day, "10:00").toString(),
                        "waar", SLEUTEL);
        visit = hans.onReferral("samira", "/eerste-bezoeken", body).id();
    }

    private void hansCallsOff() {
        var body =
                Map.of(
                        "doorWie",
                        here.person("hans"),
                        "woorden",
                        "Slecht geslapen. Donderdag wel.");
        hans.onReferral("samira", "/eerste-bezoeken/" + visit + "/afzeggingen", body);
    }

    private void theyWentTogether() {
        var body =
                Map.of(
                        "uitkomst", "samen",
                        "woorden", "Hij heeft een stoel geschuurd en bleef langer.");
        hans.onReferral("samira", "/eerste-bezoeken/" + visit + "/uitkomsten", body);
    }

    private void samiraGoesOnHoliday() {
        var body =
                Map.of(
                        "van", year.day(4, MONDAY).toString(),
                        "tot", year.day(5, FRIDAY).toString(),
                        "vervanger", here.person("peter"));
        hans.tell("samira", "/v1/leden/" + here.person("samira") + "/afwezigheden", body);
    }

    private void jokeRingsTheBell() {
        var body =
                Map.of(
                        "verwijzing", hans.referral(),
                        "watZieJe", "Hans is twee keer niet gekomen en neemt niet op.",
                        "hoeDringend", "zorg");
        concern = hans.tell("joke", "/v1/zorgsignalen", body).id();
    }

    private void peterHears() {
        hans.tell("peter", "/v1/zorgsignalen/" + concern + "/gehoord", Map.of());
    }

    private void peterTellsWhatCameOfIt() {
        var words = "Ik sprak Hans. Hij ziet op tegen de ochtenden. Ik kom een tijd mee.";
        hans.tell("peter", "/v1/zorgsignalen/" + concern + "/uitkomsten", Map.of("woorden", words));
    }

    private void peterComesAlongside() {
        var until = year.day(13, TUESDAY).toString();
        scale("peter", "/opschalingen", "nabij", "Samen de ochtend beginnen.", until);
    }

    private void samiraIsBack() {
        hans.tell("samira", "/v1/leden/" + here.person("samira") + "/terugkomsten", Map.of());
    }

    private void aFingerOnThePulseIsEnough() {
        var why = "Hij komt weer uit zichzelf, drie ochtenden.";
        var until = year.day(25, TUESDAY).toString();
        scale("samira", "/afschalingen", "vinger-aan-de-pols", why, until);
    }

    private void samiraLetsGo() {
        var body =
                Map.of(
                        "omkijkenTot", year.day(34, FRIDAY).toString(),
                        "wegTerug", here.person("samira"));
        hans.onReferral("samira", "/loslatingen", body);
    }

    private void deSleutelLooksAfter() {
        hans.onReferral("joke", "/loslatingen/bevestigingen", Map.of());
    }

    private void scale(String who, String act, String level, String why, String lookAgainOn) {
        var body =
                Map.of(
                        "lijn", "individueel",
                        "niveau", level,
                        "waarom", why,
                        "weerKijkenOp", lookAgainOn);
        hans.onReferral(who, act, body);
    }

    private Scene on(int week, DayOfWeek day, String time, Runnable tell) {
        return new Scene(year.at(week, day, time), tell);
    }

    private static Map<String, String> heading(String title, String text) {
        return Map.of("kop", title, "tekst", text);
    }
}

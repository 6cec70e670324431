package nl.schakel.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.standalone.login.DemoLogin;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in on each route, written down by hand from the rules of access: the oracle of the
 * tests, which knows nothing of the code.
 */
final class Access {

    /** The person of the path, who has a login of her own here. */
    static final String PERSON = "de inwoner";

    private static final Set<String> GGZ = Set.of("samira", "peter", "coordinator");
    private static final Set<String> SLEUTEL = Set.of("joke", "sleutel-vrijwilliger");
    private static final Set<String> BOTH = union(GGZ, SLEUTEL);
    private static final Set<String> ON_THE_PATH = union(BOTH, Set.of(PERSON));

    /** Rules 22 and 25: whom the bell rings, and who rang it; not her peers, nor the household. */
    private static final Set<String> AT_THE_BELL = union(GGZ, Set.of("joke"));

    private static final Set<String> BEHEER = Set.of("beheer");
    private static final Set<String> AUDITORS = Set.of("auditor", "auditor2");
    private static final Set<String> ENROLS = union(BEHEER, Set.of("coordinator"));
    private static final Set<String> SPEAKS_FOR_SAMIRA = union(ENROLS, Set.of("samira"));

    /** In this town Hans and Fatma are not known to anybody: their logins belong to nobody. */
    private static final Set<String> UNKNOWN = Set.of("hans", "fatma");

    private static final Set<String> MEMBERS =
            except(Set.copyOf(DemoLogin.PERSONAS), union(UNKNOWN, BEHEER));
    private static final Set<String> KNOWN = union(MEMBERS, union(BEHEER, Set.of(PERSON)));

    private final Handover handover;
    private final Town town;
    private final List<Route> routes = new ArrayList<>();

    /**
     * One route.
     *
     * @param method of HTTP
     * @param pattern as the service maps it
     * @param ids what stands in the pattern between braces, in order
     * @param body a valid one; null for a question
     * @param letIn the personas for whom it is there
     */
    record Route(
            String method,
            String pattern,
            List<String> ids,
            @Nullable Object body,
            Set<String> letIn) {

        String name() {
            return method + " " + pattern;
        }

        boolean asks() {
            return method.equals("GET");
        }

        /** Somebody for whom it is there. */
        String somebody() {
            return letIn.stream()
                    .filter(persona -> !persona.equals(PERSON))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        String path() {
            return filled(ids);
        }

        /** The same route, with ids that nobody has; a short one beside others stays as it is. */
        String nowhere() {
            return filled(
                    ids.stream()
                            .map(
                                    id ->
                                            ids.size() > 1 && id.length() < 36
                                                    ? id
                                                    : UUID.randomUUID().toString())
                            .toList());
        }

        private String filled(List<String> values) {
            var path = pattern;
            for (var value : values) {
                path = path.replaceFirst("\\{[a-z]+}", value);
            }
            return path;
        }
    }

    private Access(Handover handover) {
        this.handover = handover;
        this.town = handover.town;
    }

    /** All routes, about one handover from GGZ Breda to De Sleutel that is well under way. */
    static Access underWay(Town town) {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var question = handover.asksBack("Met hout of met fietsen?");
        handover.saysYes();
        handover.welcomes();
        handover.writesTheGuide();
        handover.consents();
        handover.releasesTheGuide();
        var visit = handover.promises(Duration.ofDays(1));
        var bell = handover.rings("joke", "Hij is stil.").id();
        var access = new Access(handover);
        access.questions();
        access.aboutThePerson(handover.consents());
        access.aboutTheReferral(question, visit);
        access.aboutTheBell(bell);
        access.aboutLooks();
        access.aboutParties();
        return access;
    }

    List<Route> routes() {
        return routes;
    }

    Handover handover() {
        return handover;
    }

    private void questions() {
        List.of("ik", "werklijst", "agenda", "zorgsignalen", "partijen", "inwoners")
                .forEach(what -> asks("/v1/" + what, KNOWN));
        asks("/v1/partijen/{id}/leden", GGZ, town.party("GGZ Breda"));
        for (var what : List.of("pad", "contacten", "handleiding")) {
            asks("/v1/inwoners/{id}/" + what, ON_THE_PATH, handover.person);
        }
        asks("/v1/verwijzingen/{id}", ON_THE_PATH, handover.referral);
        for (var what : List.of("", "/kring", "/verschil", "/uitvoer")) {
            asks("/v1/historie/inwoners/{id}" + what, AUDITORS, handover.person);
        }
        for (var what : List.of("", "/uitvoer")) {
            asks("/v1/historie/{kind}/{id}" + what, AUDITORS, "referral", handover.referral);
        }
        asks("/v1/historie/inwoners", AUDITORS);
        asks("/v1/historie/controlepunten/laatste", AUDITORS);
        asks("/v1/historie/controlepunten/{size}/bewijs", AUDITORS, 1);
    }

    private void aboutThePerson(UUID consent) {
        var here = handover.person;
        var sleutel = town.party("De Sleutel");
        tells("/v1/inwoners", words("naam", "roepnaam", "buurt"), MEMBERS);
        var consents =
                Map.of("ontvanger", sleutel, "gegevens", List.of("handleiding"), "doel", "Weten.");
        onPerson("/toestemmingen", consents);
        onPerson("/toestemmingen/{consent}/intrekkingen", Map.of(), consent);
        onPerson("/handleidingen", Map.of("kopjes", List.of(words("kop", "tekst"))));
        onPerson("/handleidingen/{version}/vrijgaven", Map.of("partij", sleutel), 1);
        onPerson("/handleidingen/{version}/teruglezingen", words("begrepen"), 1);
        var login = Map.of("account", "inlog-" + UUID.randomUUID());
        tells("/v1/inwoners/{person}/accounts", login, BEHEER, here);
    }

    private void aboutTheReferral(UUID question, UUID visit) {
        var sleutel = Map.of("contact", town.person("joke"));
        var refers = new LinkedHashMap<String, Object>(words("wens"));
        refers.put("inwoner", handover.person);
        refers.put("naar", town.party("De Sleutel"));
        refers.put("contact", town.person("samira"));
        refers.put("inwonerWeetHiervan", true);
        tells("/v1/verwijzingen", refers, BOTH);
        onReferral("/vragen", words("vraag"));
        onReferral("/vragen/{question}/antwoorden", words("antwoord"), question);
        onReferral("/ja-van-inwoner", Map.of());
        onReferral("/welkom", sleutel);
        onReferral("/niet-nu", Map.of());
        var samira = town.person("samira");
        var promise = Map.of("metWie", samira, "wanneer", day(1) + "T10:00:00Z", "waar", "Hier");
        onReferral("/eerste-bezoeken", promise);
        var moved = Map.of("wanneer", day(2) + "T10:00:00Z");
        var pattern = "/v1/verwijzingen/{id}/eerste-bezoeken/{visit}";
        add("PUT", pattern, moved, ON_THE_PATH, handover.referral, visit);
        onReferral("/eerste-bezoeken/{visit}/uitkomsten", Map.of("uitkomst", "samen"), visit);
        var off = Map.of("doorWie", handover.person);
        onReferral("/eerste-bezoeken/{visit}/afzeggingen", off, visit);
        var scale = Map.of("lijn", "individueel", "niveau", "nabij", "waarom", "Zo past het.");
        onReferral("/opschalingen", with(scale, "weerKijkenOp", day(60)));
        onReferral("/afschalingen", with(scale, "weerKijkenOp", day(60)));
        onReferral("/loslatingen", Map.of("omkijkenTot", day(60), "wegTerug", samira));
        onReferral("/loslatingen/bevestigingen", Map.of());
    }

    private void aboutTheBell(UUID bell) {
        asks("/v1/zorgsignalen/{id}", AT_THE_BELL, bell);
        tells(
                "/v1/zorgsignalen/vooruitblikken",
                Map.of("verwijzing", handover.referral),
                ON_THE_PATH);
        var seen = Map.of("verwijzing", handover.referral, "hoeDringend", "zorg");
        tells("/v1/zorgsignalen", with(seen, "watZieJe", "Hij is stil."), ON_THE_PATH);
        tells("/v1/zorgsignalen/{id}/gehoord", Map.of(), AT_THE_BELL, bell);
        tells("/v1/zorgsignalen/{id}/uitkomsten", words("woorden"), AT_THE_BELL, bell);
    }

    /** One that is asked and approved; the routes are asked about that one. */
    private void aboutLooks() {
        var look = Map.<String, Object>of("inwoner", handover.person, "reden", "Een klacht.");
        var asked = town.voice("auditor").tell(Handover.key(), "/v1/inzageverzoeken", look).id();
        var approval = "/v1/inzageverzoeken/" + asked + "/goedkeuringen";
        town.voice("auditor2").tell(Handover.key(), approval, Map.of());
        tells("/v1/inzageverzoeken", look, AUDITORS);
        tells("/v1/inzageverzoeken/{id}/goedkeuringen", Map.of(), AUDITORS, asked);
        asks("/v1/inzageverzoeken", AUDITORS);
        asks("/v1/inzageverzoeken/{id}", AUDITORS, asked);
        asks("/v1/inzageverzoeken/{id}/inhoud", AUDITORS, asked);
    }

    private void aboutParties() {
        var samira = town.person("samira");
        var away = Map.of("van", day(500), "tot", day(501), "vervanger", town.person("peter"));
        tells("/v1/partijen", with(words("naam", "buurt"), "soort", "initiatief"), BEHEER);
        tells(
                "/v1/partijen/{party}/leden",
                with(words("naam"), "rollen", List.of("vrijwilliger")),
                ENROLS,
                town.party("GGZ Breda"));
        tells("/v1/leden/{id}/afwezigheden", away, SPEAKS_FOR_SAMIRA, samira);
        tells("/v1/leden/{id}/terugkomsten", Map.of(), SPEAKS_FOR_SAMIRA, samira);
    }

    private void asks(String pattern, Set<String> letIn, Object... ids) {
        add("GET", pattern, null, letIn, ids);
    }

    private void tells(String pattern, Map<String, ?> body, Set<String> letIn, Object... ids) {
        add("POST", pattern, body, letIn, ids);
    }

    private void onPerson(String act, Map<String, ?> body, Object... ids) {
        tells("/v1/inwoners/{id}" + act, body, ON_THE_PATH, first(handover.person, ids));
    }

    private void onReferral(String act, Map<String, ?> body, Object... ids) {
        tells("/v1/verwijzingen/{id}" + act, body, ON_THE_PATH, first(handover.referral, ids));
    }

    private static Object[] first(UUID id, Object... others) {
        return Stream.concat(Stream.of(id), Stream.of(others)).toArray();
    }

    private void add(
            String method,
            String pattern,
            @Nullable Object body,
            Set<String> letIn,
            Object... ids) {
        var texts = List.of(ids).stream().map(Object::toString).toList();
        routes.add(new Route(method, pattern, texts, body, letIn));
    }

    private String day(int fromNow) {
        return town.now().plus(Duration.ofDays(fromNow)).toString().substring(0, 10);
    }

    private static Map<String, String> words(String... fields) {
        var body = new LinkedHashMap<String, String>();
        for (var field : fields) {
            body.put(field, "Woorden");
        }
        return body;
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        var all = new LinkedHashMap<String, Object>(body);
        all.put(field, value);
        return all;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Set<String> except(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return Set.copyOf(rest);
    }
}

package nl.schakel.standalone.story;

import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.schakel.standalone.story.Voice.Reply;

/** Who lives and works in the demo neighbourhood; places from practice, people made up. */
public final class Neighbourhood {

    /** A party, and its members with their roles. */
    private record Place(
            String kind, String name, String where, Map<String, List<String>> members) {}

    private static final String ORGANISATION = "organisatie";
    private static final String INITIATIVE = "initiatief";
    private static final List<String> CONTACT = List.of("contact");
    private static final List<String> BOTH = List.of("contact", "coordinator");

    private static final List<Place> PLACES =
            List.of(
                    new Place(
                            ORGANISATION,
                            "GGZ Breda",
                            "Breda",
                            members(
                                    "samira", CONTACT,
                                    "peter", CONTACT,
                                    "coordinator", List.of("coordinator"))),
                    new Place(
                            INITIATIVE,
                            "De Sleutel",
                            "Breda Noord",
                            members("joke", BOTH, "sleutel-vrijwilliger", List.of("vrijwilliger"))),
                    new Place(
                            INITIATIVE, "Zuid Doet Samen", "Apeldoorn-Zuid", members("wim", BOTH)),
                    new Place(ORGANISATION, "Stimenz", "Apeldoorn-Zuid", members("eline", BOTH)),
                    new Place(INITIATIVE, "Austerlitz Zorgt", "Austerlitz", members("mieke", BOTH)),
                    new Place(
                            ORGANISATION,
                            "Wijkverpleging Austerlitz",
                            "Austerlitz",
                            members("tom", CONTACT, "noor", CONTACT)),
                    new Place(INITIATIVE, "Het Badhuis", "Haarlem", members("badhuis", BOTH)),
                    new Place(
                            ORGANISATION,
                            "Gemeente en toezicht",
                            "Nederland",
                            members(
                                    "beleid", List.of("beleid"),
                                    "toetser", List.of("toetser"),
                                    "auditor", List.of("auditor"),
                                    "auditor2", List.of("auditor"))));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Addresses addresses;
    private final Map<String, Voice> voices = new ConcurrentHashMap<>();
    private final Map<String, UUID> people = new LinkedHashMap<>();
    private final Map<String, UUID> parties = new LinkedHashMap<>();

    /** A neighbourhood where nobody has moved in yet. */
    public Neighbourhood(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Brings in all parties, with their members and logins. */
    public void moveIn() {
        for (var place : PLACES) {
            var party =
                    voice("beheer")
                            .tell(
                                    "partij " + place.name(),
                                    "/v1/partijen",
                                    Map.of(
                                            "soort", place.kind(),
                                            "naam", place.name(),
                                            "buurt", place.where()))
                            .id();
            parties.put(place.name(), party);
            place.members().forEach((persona, roles) -> join(party, persona, roles));
        }
    }

    /** An inwoner becomes known at the party of this persona, and gets a login. */
    Reply register(String by, String persona, String name, String where) {
        var registered =
                voice(by)
                        .tell(
                                "inwoner " + persona,
                                "/v1/inwoners",
                                Map.of(
                                        "naam", name,
                                        "roepnaam", name,
                                        "telefoon", phone(),
                                        "buurt", where));
        people.put(persona, registered.id());
        return voice("beheer")
                .tell(
                        "inlog " + persona,
                        "/v1/inwoners/" + registered.id() + "/accounts",
                        Map.of("account", persona));
    }

    /** Somebody who speaks. */
    public Voice voice(String persona) {
        return voices.computeIfAbsent(persona, who -> Voice.of(http, addresses, who));
    }

    /** The person behind a persona. */
    public UUID person(String persona) {
        return known(people, persona);
    }

    /** A party by its name. */
    public UUID party(String name) {
        return known(parties, name);
    }

    private void join(UUID party, String persona, List<String> roles) {
        var member =
                voice("beheer")
                        .tell(
                                "lid " + persona,
                                "/v1/partijen/" + party + "/leden",
                                Map.of(
                                        "naam",
                                        name(persona),
                                        "telefoon",
                                        phone(),
                                        "rollen",
                                        roles,
                                        "account",
                                        persona));
        people.put(persona, member.id());
    }

    /** A number that nobody has: none begins like this. */
    private String phone() {
        return "06000000%02d".formatted(people.size() + 1);
    }

    private static String name(String persona) {
        return switch (persona) {
            case "sleutel-vrijwilliger" -> "Vrijwilliger van De Sleutel";
            case "badhuis" -> "Contact van Het Badhuis";
            default -> Character.toUpperCase(persona.charAt(0)) + persona.substring(1);
        };
    }

    private static UUID known(Map<String, UUID> all, String name) {
        var id = all.get(name);
        if (id == null) {
            throw new IllegalArgumentException("not in this neighbourhood yet: " + name);
        }
        return id;
    }

    private static Map<String, List<String>> members(Object... personasAndRoles) {
        var members = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < personasAndRoles.length; i += 2) {
            @SuppressWarnings("unchecked")
            var roles = (List<String>) personasAndRoles[i + 1];
            members.put((String) personasAndRoles[i], roles);
        }
        return members;
    }
}

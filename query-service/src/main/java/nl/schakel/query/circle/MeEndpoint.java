package nl.schakel.query.circle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.access.Roster;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.edge.Caller;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I here, by facts. */
@RestController
public class MeEndpoint {

    private final Circles circles;
    private final Looks looks;

    MeEndpoint(Circles circles, Looks looks) {
        this.circles = circles;
        this.looks = looks;
    }

    /** Who somebody is here: her name, and her parties. */
    public record Me(
            @JsonProperty("persoon") UUID person,
            @JsonProperty("naam") String name,
            @JsonProperty("partijen") List<MyParty> parties) {}

    /** A party of hers, and her roles there. */
    public record MyParty(
            @JsonProperty("partij") UUID party,
            @JsonProperty("naam") String name,
            @JsonProperty("rollen") List<String> roles) {}

    /** Who the caller is. */
    @GetMapping("/v1/ik")
    public Me me(Caller caller) {
        var actor = caller.actor();
        var rosters = circles.rosters(actor.memberships().keySet(), actor);
        var seen = looks.open(caller, Purpose.OWN_DETAILS, List.of(actor.person()), List.of());
        return new Me(
                actor.person().value(),
                seen.name(actor.person()),
                actor.memberships().entrySet().stream()
                        .map(
                                party ->
                                        new MyParty(
                                                party.getKey().value(),
                                                name(rosters, party.getKey().value()),
                                                party.getValue().stream()
                                                        .map(Dutch::of)
                                                        .sorted()
                                                        .toList()))
                        .toList());
    }

    private static String name(Map<UUID, Roster> rosters, UUID party) {
        return rosters.getOrDefault(party, Roster.UNKNOWN).name();
    }
}

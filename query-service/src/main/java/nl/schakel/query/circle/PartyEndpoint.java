package nl.schakel.query.circle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.May;
import nl.schakel.access.Roster;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PartyId;
import nl.schakel.query.circle.CircleProjection.RosterView;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Page;
import nl.schakel.query.runtime.Purpose;
import nl.schakel.query.runtime.Rows;
import nl.schakel.query.runtime.Rows.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who takes part here, and who belongs to one's own party, by HTTP. */
@RestController
public class PartyEndpoint {

    private static final String FITS =
            "view->'roster'->>'name' <> '' AND view->'roster'->>'neighbourhood' ILIKE ?"
                    + " AND view->'roster'->>'name' ILIKE ?";

    private final Circles circles;
    private final Rows rows;
    private final Fresh fresh;
    private final Looks looks;

    PartyEndpoint(Circles circles, Rows rows, Fresh fresh, Looks looks) {
        this.circles = circles;
        this.rows = rows;
        this.fresh = fresh;
        this.looks = looks;
    }

    /** Parties, who joined last first. */
    public record Directory(
            @JsonProperty("partijen") List<Listed> parties,
            @JsonProperty("volgende") @Nullable String next) {}

    /** A party as everyone here may see it. */
    public record Listed(
            @JsonProperty("partij") UUID party,
            @JsonProperty("naam") String name,
            @JsonProperty("soort") String kind,
            @JsonProperty("buurt") String neighbourhood) {}

    /** The people of one party. */
    public record TeamAnswer(@JsonProperty("leden") List<Colleague> members) {}

    /** Somebody of that party, and what she does there. */
    public record Colleague(
            @JsonProperty("wie") UUID who,
            @JsonProperty("naam") String name,
            @JsonProperty("rollen") List<String> roles) {}

    /**
     * The directory in words.
     *
     * @param buurt only where the neighbourhood holds this
     * @param q only what is called so, in part
     */
    @GetMapping("/v1/partijen")
    public Directory parties(
            @RequestParam @Nullable String buurt,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Long naPositie,
            @RequestParam @Nullable Long na,
            @RequestParam(defaultValue = "50") int aantal,
            Caller caller) {
        fresh.since(CircleProjection.ROSTER, naPositie);
        var page = Page.of(na, aantal);
        var found =
                rows.page(
                        Rows.keys(caller.actor()),
                        CircleProjection.ROSTER,
                        Where.of(FITS, holding(buurt), holding(q)),
                        page,
                        RosterView.class);
        return new Directory(
                found.stream().map(row -> listed(row.key(), row.view().roster())).toList(),
                page.next(found));
    }

    /** The people of a party of the caller's own. */
    @GetMapping("/v1/partijen/{id}/leden")
    public TeamAnswer members(@PathVariable UUID id, Caller caller) {
        var party = new PartyId(id);
        May.require(May.among(caller.actor(), Set.of(), Set.of(party)));
        fresh.must(CircleProjection.ROSTER, party);
        var roster =
                circles.rosters(Set.of(party), caller.actor()).getOrDefault(id, Roster.UNKNOWN);
        var seen = looks.open(caller, Purpose.TEAM, roster.members().keySet(), List.of());
        return new TeamAnswer(
                roster.members().entrySet().stream()
                        .map(
                                member ->
                                        new Colleague(
                                                member.getKey().value(),
                                                seen.name(member.getKey()),
                                                member.getValue().stream()
                                                        .map(Dutch::of)
                                                        .sorted()
                                                        .toList()))
                        .toList());
    }

    private static Listed listed(UUID party, Roster roster) {
        return new Listed(party, roster.name(), Dutch.of(roster.kind()), roster.neighbourhood());
    }

    /** A pattern in which what somebody sent means only itself. */
    private static String holding(@Nullable String part) {
        return "%" + Objects.requireNonNullElse(part, "").replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}

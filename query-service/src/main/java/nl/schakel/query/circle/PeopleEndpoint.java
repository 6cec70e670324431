package nl.schakel.query.circle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import nl.schakel.access.May;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.query.circle.CircleProjection.CircleView;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Page;
import nl.schakel.query.runtime.Purpose;
import nl.schakel.query.runtime.Rows;
import nl.schakel.query.runtime.Rows.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose path is there for the caller, by HTTP. */
@RestController
public class PeopleEndpoint {

    /** Somebody with a path; a member without one has a circle too. */
    private static final Where WITH_A_PATH =
            Where.of("(view->'circle'->'knownBy' <> '[]' OR view->'circle'->'referrals' <> '{}')");

    private final Rows rows;
    private final Fresh fresh;
    private final Looks looks;

    PeopleEndpoint(Rows rows, Fresh fresh, Looks looks) {
        this.rows = rows;
        this.fresh = fresh;
        this.looks = looks;
    }

    /** People, about whom something happened last first. */
    public record People(
            @JsonProperty("inwoners") List<Known> people,
            @JsonProperty("volgende") @Nullable String next) {}

    /** Somebody by name. */
    public record Known(@JsonProperty("inwoner") UUID person, @JsonProperty("naam") String name) {}

    /** The people whose path is there for the caller. */
    @GetMapping("/v1/inwoners")
    public People people(
            @RequestParam @Nullable Long naPositie,
            @RequestParam @Nullable Long na,
            @RequestParam(defaultValue = "50") int aantal,
            Caller caller) {
        fresh.since(CircleProjection.CIRCLE, naPositie);
        var actor = caller.actor();
        var page = Page.of(na, aantal);
        var found =
                rows.page(
                        Rows.keys(actor),
                        CircleProjection.CIRCLE,
                        WITH_A_PATH,
                        page,
                        CircleView.class);
        var people =
                found.stream()
                        .map(Rows.Row::view)
                        .filter(view -> May.see(actor, view.person(), view.circle()))
                        .map(CircleView::person)
                        .toList();
        var seen = looks.open(caller, Purpose.PEOPLE, people, List.of());
        return new People(
                people.stream().map(person -> known(person, seen.name(person))).toList(),
                page.next(found));
    }

    private static Known known(PersonId person, String name) {
        return new Known(person.value(), name);
    }
}

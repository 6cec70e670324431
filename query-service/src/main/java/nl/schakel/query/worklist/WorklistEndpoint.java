package nl.schakel.query.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.query.circle.Circles;
import nl.schakel.query.course.Course;
import nl.schakel.query.course.Turn;
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

/** What waits for me or for us, and one referral, by HTTP. */
@RestController
public class WorklistEndpoint {

    private static final Where FOR_ME =
            Where.of(
                    "jsonb_exists_any(view->'waitsFor', string_to_array(current_setting('schakel.keys'), ','))");

    private final Circles circles;
    private final Rows rows;
    private final Fresh fresh;
    private final Looks looks;
    private final Texts texts;

    WorklistEndpoint(Circles circles, Rows rows, Fresh fresh, Looks looks, Texts texts) {
        this.circles = circles;
        this.rows = rows;
        this.fresh = fresh;
        this.looks = looks;
        this.texts = texts;
    }

    /** What waits, the newest first. */
    public record Worklist(
            @JsonProperty("taken") List<Item> items,
            @JsonProperty("volgende") @Nullable String next) {}

    /** One thing that waits: for whom, what, since when. */
    public record Item(
            @JsonProperty("inwoner") UUID person,
            @JsonProperty("naam") String name,
            @JsonProperty("waarop") String what,
            @JsonProperty("voorMij") boolean mine,
            @JsonProperty("sinds") Instant since,
            @JsonProperty("betreft") UUID object) {}

    record ReferralAnswer(
            UUID id,
            @JsonProperty("inwoner") UUID person,
            @JsonProperty("naam") String name,
            @JsonProperty("van") UUID from,
            @JsonProperty("naar") UUID to,
            @JsonProperty("wens") @Nullable String wish,
            @JsonProperty("stand") String stage,
            @JsonProperty("sinds") Instant since,
            @JsonProperty("jaVanInwoner") boolean yes,
            @JsonProperty("contact") UUID contact,
            @JsonProperty("gastheer") @Nullable UUID host) {}

    /** What waits for the caller, or for one of her parties. */
    @GetMapping("/v1/werklijst")
    public Worklist worklist(
            @RequestParam @Nullable Long naPositie,
            @RequestParam @Nullable Long na,
            @RequestParam(defaultValue = "50") int aantal,
            Caller caller) {
        fresh.since(WorklistProjection.WORKLIST, naPositie);
        var page = Page.of(na, aantal);
        var found =
                rows.page(
                        Rows.keys(caller.actor()),
                        WorklistProjection.WORKLIST,
                        FOR_ME,
                        page,
                        WorklistView.class);
        var mine = found.stream().flatMap(row -> mine(row.view(), caller.actor())).toList();
        var seen =
                looks.open(
                        caller,
                        Purpose.WORKLIST,
                        new LinkedHashSet<>(mine.stream().map(Waiting::person).toList()),
                        List.of());
        var items =
                mine.stream()
                        .map(
                                waiting ->
                                        new Item(
                                                waiting.person().value(),
                                                seen.name(waiting.person()),
                                                texts.of(waiting.turn().what().key()),
                                                caller.actor()
                                                        .person()
                                                        .equals(waiting.turn().person()),
                                                waiting.turn().since(),
                                                waiting.turn().object()))
                        .toList();
        return new Worklist(items, page.next(found));
    }

    @GetMapping("/v1/verwijzingen/{id}")
    ReferralAnswer referral(
            @PathVariable UUID id, @RequestParam @Nullable Long naPositie, Caller caller) {
        fresh.since(WorklistProjection.WORKLIST, naPositie);
        fresh.must(WorklistProjection.WORKLIST, new ReferralId(id));
        var now = find(id, caller.actor()).orElseThrow(NotThere::new);
        var ring = circles.around(now.person(), caller.actor()).referrals().get(now.referral());
        May.require(ring != null && May.see(caller.actor(), now.person(), ring));
        var seen = looks.open(caller, Purpose.REFERRAL, List.of(now.person()), List.of(now.wish()));
        return new ReferralAnswer(
                id,
                now.person().value(),
                seen.name(now.person()),
                now.from().value(),
                now.to().value(),
                seen.text(now.wish()),
                texts.of("stand." + now.stage().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                now.since(),
                now.yes(),
                now.contact().value(),
                now.host() == null ? null : now.host().value());
    }

    private record Waiting(PersonId person, Turn turn) {}

    private Optional<Course> find(UUID id, Actor actor) {
        return rows.one(Rows.keys(actor), WorklistProjection.WORKLIST, id, WorklistView.class)
                .map(WorklistView::course);
    }

    /**
     * What waits for the actor herself, or for one of her parties as a whole or through a
     * colleague.
     */
    private static Stream<Waiting> mine(WorklistView view, Actor actor) {
        var about =
                view.course() != null
                        ? view.course().person()
                        : Objects.requireNonNull(view.bell()).about();
        return view.waits().stream()
                .filter(turn -> May.among(actor, some(turn.person()), some(turn.party())))
                .map(turn -> new Waiting(about, turn));
    }

    private static <T> Set<T> some(@Nullable T one) {
        return one == null ? Set.of() : Set.of(one);
    }
}

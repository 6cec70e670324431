package nl.schakel.query.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.access.May;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.VisitId;
import nl.schakel.query.course.Course;
import nl.schakel.query.course.Course.Promise;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Looks.Seen;
import nl.schakel.query.runtime.Page;
import nl.schakel.query.runtime.Purpose;
import nl.schakel.query.runtime.Rows;
import nl.schakel.query.runtime.Rows.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first visits that are promised, mine and ours, by HTTP. */
@RestController
public class AgendaEndpoint {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final String PROMISED =
            "jsonb_path_exists(view->'course'->'visits', '$.* ? (@.open == true)')";

    private final Rows rows;
    private final Fresh fresh;
    private final Looks looks;
    private final InstantSource clock;

    AgendaEndpoint(Rows rows, Fresh fresh, Looks looks, InstantSource clock) {
        this.rows = rows;
        this.fresh = fresh;
        this.looks = looks;
        this.clock = clock;
    }

    /** Visits, the first one first. */
    public record Agenda(
            @JsonProperty("bezoeken") List<Planned> visits,
            @JsonProperty("volgende") @Nullable String next) {}

    /** One promised visit: with whom, who goes along, when, where. */
    public record Planned(
            @JsonProperty("bezoek") UUID visit,
            @JsonProperty("verwijzing") UUID referral,
            @JsonProperty("inwoner") UUID person,
            @JsonProperty("naam") String name,
            @JsonProperty("metWie") String companion,
            @JsonProperty("wanneer") Instant when,
            @JsonProperty("waar") @Nullable String where) {}

    /**
     * What is promised from one day up to and including another.
     *
     * @param van today when absent
     * @param tot the same day when absent
     */
    @GetMapping("/v1/agenda")
    public Agenda agenda(
            @RequestParam @Nullable LocalDate van,
            @RequestParam @Nullable LocalDate tot,
            @RequestParam @Nullable Long naPositie,
            @RequestParam @Nullable Long na,
            @RequestParam(defaultValue = "50") int aantal,
            Caller caller) {
        fresh.since(WorklistProjection.WORKLIST, naPositie);
        var from = Objects.requireNonNullElseGet(van, this::today);
        var until = Objects.requireNonNullElse(tot, from);
        var page = Page.of(na, aantal);
        var found =
                rows.page(
                        Rows.keys(caller.actor()),
                        WorklistProjection.WORKLIST,
                        Where.of(PROMISED),
                        page,
                        WorklistView.class);
        var promised =
                found.stream()
                        .flatMap(row -> Stream.ofNullable(row.view().course()))
                        .flatMap(course -> promised(course, from, until, caller))
                        .sorted(Comparator.comparing(one -> one.promise().when()))
                        .toList();
        var people = new LinkedHashSet<PersonId>();
        promised.forEach(one -> people.add(one.course().person()));
        promised.forEach(one -> people.add(one.promise().companion()));
        var words = promised.stream().map(one -> one.promise().where()).toList();
        var seen = looks.open(caller, Purpose.WORKLIST, people, words);
        return new Agenda(
                promised.stream().map(one -> planned(one, seen)).toList(), page.next(found));
    }

    private record Promised(Course course, VisitId visit, Promise promise) {}

    private static Stream<Promised> promised(
            Course course, LocalDate from, LocalDate until, Caller caller) {
        return course.visits().entrySet().stream()
                .map(visit -> new Promised(course, visit.getKey(), visit.getValue()))
                .filter(one -> one.promise().open() && mine(one, caller))
                .filter(one -> within(one.promise().when(), from, until));
    }

    private static boolean mine(Promised one, Caller caller) {
        var course = one.course();
        return May.among(
                caller.actor(),
                Set.of(course.person(), one.promise().companion()),
                Set.of(course.from(), course.to()));
    }

    private static boolean within(Instant when, LocalDate from, LocalDate until) {
        var day = LocalDate.ofInstant(when, HERE);
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private static Planned planned(Promised one, Seen seen) {
        var course = one.course();
        var promise = one.promise();
        return new Planned(
                one.visit().value(),
                course.referral().value(),
                course.person().value(),
                seen.name(course.person()),
                seen.name(promise.companion()),
                promise.when(),
                seen.text(promise.where()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}

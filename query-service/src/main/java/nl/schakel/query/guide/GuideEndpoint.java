package nl.schakel.query.guide;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.query.circle.Circles;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Purpose;
import nl.schakel.query.runtime.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The guide that was released for me, by HTTP; release and consent are judged at this very read
 * (rule 16).
 */
@RestController
public class GuideEndpoint {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final Circles circles;
    private final Rows rows;
    private final Fresh fresh;
    private final Looks looks;
    private final InstantSource clock;

    GuideEndpoint(Circles circles, Rows rows, Fresh fresh, Looks looks, InstantSource clock) {
        this.circles = circles;
        this.rows = rows;
        this.fresh = fresh;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * One version, as the caller may read it.
     *
     * @param releasedBy who released it to her; null when it is of her own hand
     * @param releases to whom versions were released; only for who wrote it
     * @param consents under which somebody may read it; only for who wrote it
     */
    public record Guide(
            @JsonProperty("inwoner") UUID person,
            @JsonProperty("versieNummer") int version,
            @JsonProperty("vrijgegevenDoor") @Nullable Human releasedBy,
            @JsonProperty("kopjes") List<HeadingAnswer> headings,
            @JsonProperty("vrijgaven") List<Released> releases,
            @JsonProperty("toestemmingen") List<Consented> consents) {}

    /** One heading, and what stands below it. */
    public record HeadingAnswer(
            @JsonProperty("kop") @Nullable String title,
            @JsonProperty("tekst") @Nullable String text) {}

    /** Somebody by name. */
    public record Human(UUID id, @JsonProperty("naam") String name) {}

    /** A version that was released to a party. */
    public record Released(
            @JsonProperty("versie") int version, @JsonProperty("partij") UUID party) {}

    /** A consent to read it, not withdrawn. */
    public record Consented(
            @JsonProperty("toestemming") UUID consent,
            @JsonProperty("ontvanger") UUID recipient,
            @JsonProperty("tot") @Nullable LocalDate until) {}

    /** The newest version that opens for the caller now. */
    @GetMapping("/v1/inwoners/{id}/handleiding")
    public Guide guide(
            @PathVariable UUID id, @RequestParam @Nullable Long naPositie, Caller caller) {
        fresh.since(GuideProjection.GUIDE, naPositie);
        var person = new PersonId(id);
        var circle = circles.around(person, caller.actor());
        fresh.must(GuideProjection.GUIDE, person);
        var view =
                rows.one(Rows.keys(caller.actor()), GuideProjection.GUIDE, id, GuideView.class)
                        .orElseThrow(NotThere::new);
        var today = LocalDate.ofInstant(clock.instant(), HERE);
        var number =
                view.versions().keySet().stream()
                        .filter(version -> May.read(caller.actor(), person, circle, version, today))
                        .max(Comparator.naturalOrder())
                        .orElseThrow(NotThere::new);
        return answer(view, number, circle, caller);
    }

    private Guide answer(GuideView view, int number, Circle circle, Caller caller) {
        var headings = Objects.requireNonNull(view.versions().get(number)).headings();
        var releaser =
                view.releases().reversed().stream()
                        .filter(
                                release ->
                                        release.version() == number
                                                && May.among(
                                                        caller.actor(),
                                                        Set.of(),
                                                        Set.of(release.party())))
                        .map(GuideView.Release::by)
                        .findFirst()
                        .orElse(null);
        var seen =
                looks.open(
                        caller,
                        releaser == null ? Purpose.OWN_GUIDE : Purpose.RELEASED_GUIDE,
                        releaser == null ? List.of() : List.of(releaser),
                        headings.stream()
                                .flatMap(heading -> Stream.of(heading.title(), heading.text()))
                                .toList());
        return new Guide(
                view.person().value(),
                number,
                releaser == null ? null : new Human(releaser.value(), seen.name(releaser)),
                headings.stream()
                        .map(
                                heading ->
                                        new HeadingAnswer(
                                                seen.text(heading.title()),
                                                seen.text(heading.text())))
                        .toList(),
                releaser == null ? releases(view) : List.of(),
                releaser == null ? consents(circle) : List.of());
    }

    private static List<Released> releases(GuideView view) {
        return view.releases().stream()
                .map(release -> new Released(release.version(), release.party().value()))
                .distinct()
                .toList();
    }

    private static List<Consented> consents(Circle circle) {
        return circle.consents().entrySet().stream()
                .filter(consent -> consent.getValue().guide())
                .map(
                        consent ->
                                new Consented(
                                        consent.getKey().value(),
                                        consent.getValue().recipient().value(),
                                        consent.getValue().until()))
                .toList();
    }
}

package nl.schakel.query.bell;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.body.Invalid;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.query.course.Bell;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Looks.Seen;
import nl.schakel.query.runtime.Page;
import nl.schakel.query.runtime.Purpose;
import nl.schakel.query.runtime.Rows;
import nl.schakel.query.runtime.Rows.Row;
import nl.schakel.query.runtime.Rows.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bells that are there for me, by HTTP. */
@RestController
public class BellEndpoint {

    private static final String ANSWERED =
            "view->'bell'->>'raiser' = ? AND view->'bell'->>'outcome' IS NOT NULL";
    private static final Where OPEN = Where.of("view->'bell'->>'outcome' IS NULL");

    private final Rows rows;
    private final Fresh fresh;
    private final Looks looks;

    BellEndpoint(Rows rows, Fresh fresh, Looks looks) {
        this.rows = rows;
        this.fresh = fresh;
        this.looks = looks;
    }

    /** Bells, the newest first. */
    public record Concerns(
            @JsonProperty("zorgsignalen") List<Concern> concerns,
            @JsonProperty("volgende") @Nullable String next) {}

    /** One bell: what was seen, whom it rings, who heard it, and what came of it. */
    public record Concern(
            UUID id,
            @JsonProperty("inwoner") Human about,
            @JsonProperty("verwijzing") @Nullable UUID referral,
            @JsonProperty("watZieJe") @Nullable String words,
            @JsonProperty("hoeDringend") String urgency,
            @JsonProperty("door") Human raiser,
            @JsonProperty("gebeurdOp") Instant raisedAt,
            @JsonProperty("belt") List<Human> rings,
            @JsonProperty("gehoordVoor") @Nullable Instant heardBefore,
            @JsonProperty("gehoordDoor") @Nullable Human heardBy,
            @JsonProperty("gehoordOp") @Nullable Instant heardAt,
            @JsonProperty("uitkomst") @Nullable String outcome,
            @JsonProperty("positie") long position) {}

    /** Somebody by name. */
    public record Human(UUID id, @JsonProperty("naam") String name) {}

    /**
     * The bells that are there for the caller: those that were there are waited for, and what is
     * shown is read after that.
     */
    @GetMapping("/v1/zorgsignalen")
    public Concerns concerns(
            @RequestParam(defaultValue = "alle") String status,
            @RequestParam @Nullable Long naPositie,
            @RequestParam @Nullable Long na,
            @RequestParam(defaultValue = "50") int aantal,
            Caller caller) {
        if (!List.of("alle", "open").contains(status)) {
            throw new Invalid("status", "keuze");
        }
        fresh.since(BellProjection.BELL, naPositie);
        var page = Page.of(na, aantal);
        found(status, page, caller.actor()).stream()
                .map(row -> row.view().rang().about())
                .distinct()
                .forEach(person -> fresh.must(BellProjection.BELL, person));
        var found = found(status, page, caller.actor());
        var bells = found.stream().map(row -> row.view().rang()).toList();
        var seen =
                looks.open(caller, Purpose.CONCERNS, people(bells), words(bells, caller.actor()));
        return new Concerns(
                found.stream().map(row -> concern(row, seen)).toList(), page.next(found));
    }

    /** One bell, for whoever it is there. */
    @GetMapping("/v1/zorgsignalen/{id}")
    public Concern concern(
            @PathVariable UUID id, @RequestParam @Nullable Long naPositie, Caller caller) {
        fresh.since(BellProjection.BELL, naPositie);
        var keys = Rows.keys(caller.actor());
        var found = rows.one(keys, BellProjection.BELL, id, BellView.class);
        var about = found.orElseThrow(NotThere::new).rang().about();
        fresh.must(BellProjection.BELL, about);
        var row = rows.row(keys, BellProjection.BELL, id, BellView.class);
        var bells = row.stream().map(one -> one.view().rang()).toList();
        var seen =
                looks.open(caller, Purpose.CONCERNS, people(bells), words(bells, caller.actor()));
        return concern(row.orElseThrow(NotThere::new), seen);
    }

    /** The last bells that the caller rang herself and that were answered: at most so many. */
    public List<Concern> answered(int atMost, Caller caller) {
        var me = caller.actor().person().value().toString();
        var found =
                rows.page(
                        Rows.keys(caller.actor()),
                        BellProjection.BELL,
                        Where.of(ANSWERED, me),
                        Page.of(null, atMost),
                        BellView.class);
        var bells = found.stream().map(row -> row.view().rang()).toList();
        var seen =
                looks.open(caller, Purpose.CONCERNS, people(bells), words(bells, caller.actor()));
        return found.stream().map(row -> concern(row, seen)).toList();
    }

    /** The position of the last fact about a bell that the caller may see; nothing is opened. */
    public long newest(UUID id, Caller caller) {
        return rows.row(Rows.keys(caller.actor()), BellProjection.BELL, id, BellView.class)
                .orElseThrow(NotThere::new)
                .position();
    }

    private List<Row<BellView>> found(String status, Page page, Actor actor) {
        return rows.page(
                Rows.keys(actor),
                BellProjection.BELL,
                status.equals("open") ? OPEN : Where.ANY,
                page,
                BellView.class);
    }

    private static Concern concern(Row<BellView> row, Seen seen) {
        var bell = row.view().rang();
        return new Concern(
                bell.concern().value(),
                human(bell.about(), seen),
                bell.referral() == null ? null : bell.referral().value(),
                seen.text(bell.words()),
                Dutch.of(bell.urgency()),
                human(bell.raiser(), seen),
                bell.raisedAt(),
                bell.heardBy() != null
                        ? List.of()
                        : bell.now().stream()
                                .map(contact -> human(contact.person(), seen))
                                .toList(),
                bell.heardBefore(),
                bell.heardBy() == null ? null : human(bell.heardBy(), seen),
                bell.heardAt(),
                seen.text(bell.outcome()),
                row.position());
    }

    private static LinkedHashSet<PersonId> people(List<Bell> bells) {
        var people = new LinkedHashSet<PersonId>();
        bells.forEach(
                bell -> {
                    people.add(bell.about());
                    people.addAll(bell.readers());
                });
        return people;
    }

    /** Rule 25: words for the raiser and whoever was rung, not for their peers. */
    private static List<Sealed> words(List<Bell> bells, Actor reader) {
        var words = new ArrayList<Sealed>();
        bells.stream()
                .filter(bell -> May.among(reader, bell.readers(), Set.of()))
                .forEach(
                        bell -> {
                            words.add(bell.words());
                            Optional.ofNullable(bell.outcome()).ifPresent(words::add);
                        });
        return words;
    }

    private static Human human(PersonId person, Seen seen) {
        return new Human(person.value(), seen.name(person));
    }
}

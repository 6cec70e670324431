package nl.schakel.query.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import nl.schakel.access.body.Invalid;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Clocks;
import nl.schakel.ledger.evidence.StoredFact;
import nl.schakel.query.audit.AroundAnswer.SightAnswer;
import nl.schakel.query.audit.HistoryAnswer.FactAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who could see what, then; and what came between two moments. */
@RestController
public class AroundEndpoint {

    private final Replays replays;
    private final Hindsight hindsight;
    private final InstantSource clock;

    AroundEndpoint(Replays replays, Hindsight hindsight, InstantSource clock) {
        this.replays = replays;
        this.hindsight = hindsight;
        this.clock = clock;
    }

    /**
     * What is there at the second moment and was not at the first, and the other way round.
     *
     * @param more what somebody could see after it; a changed sight stands in both
     * @param less what somebody could see before it
     */
    public record DifferenceAnswer(
            @JsonProperty("feitenErbij") List<FactAnswer> facts,
            @JsonProperty("zichtErbij") List<SightAnswer> more,
            @JsonProperty("zichtEraf") List<SightAnswer> less) {}

    @GetMapping("/v1/historie/inwoners/{id}/kring")
    public AroundAnswer around(
            @PathVariable UUID id,
            @RequestParam @Nullable Instant gekendOp,
            @RequestParam @Nullable Instant zoalsOp,
            Caller caller) {
        var person = new PersonId(id);
        replays.of(person, caller);
        var clocks = new Clocks(gekendOp, zoalsOp);
        return AroundAnswer.of(hindsight.around(person, clocks, clock.instant()));
    }

    /** As known on {@code van}, else before anything, beside as known on {@code tot}, else now. */
    @GetMapping("/v1/historie/inwoners/{id}/verschil")
    public DifferenceAnswer difference(
            @PathVariable UUID id,
            @RequestParam @Nullable Instant van,
            @RequestParam @Nullable Instant tot,
            Caller caller) {
        var person = new PersonId(id);
        var history = replays.of(person, caller);
        var from = van == null ? Instant.EPOCH : van;
        var until = tot == null ? clock.instant() : tot;
        if (until.isBefore(from)) {
            throw new Invalid("tot", "voor-van");
        }
        var before = sights(person, from);
        var after = sights(person, until);
        Predicate<StoredFact> between =
                fact -> fact.recordedAt().isAfter(from) && !fact.recordedAt().isAfter(until);
        return new DifferenceAnswer(
                HistoryAnswer.of(history, between).facts(),
                after.stream().filter(sight -> !before.contains(sight)).toList(),
                before.stream().filter(sight -> !after.contains(sight)).toList());
    }

    private List<SightAnswer> sights(PersonId person, Instant knownOn) {
        var clocks = new Clocks(knownOn, null);
        return hindsight.around(person, clocks, clock.instant()).sights().stream()
                .map(SightAnswer::of)
                .toList();
    }
}

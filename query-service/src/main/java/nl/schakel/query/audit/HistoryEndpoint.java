package nl.schakel.query.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.Clocks;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.evidence.Histories.History;
import nl.schakel.query.runtime.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Histories for auditors, by HTTP. */
@RestController
public class HistoryEndpoint {

    private final Replays replays;

    HistoryEndpoint(Replays replays) {
        this.replays = replays;
    }

    /** Histories of persons, the youngest first; pseudonyms only. */
    public record Begun(
            @JsonProperty("inwoners") List<Whose> people,
            @JsonProperty("volgende") @Nullable String next) {}

    /** Whose history it is, and since when there is one. */
    public record Whose(
            @JsonProperty("inwoner") UUID person,
            @JsonProperty("vastgelegdOp") Instant recordedAt) {}

    /** The histories that there are. */
    @GetMapping("/v1/historie/inwoners")
    public Begun begun(
            @RequestParam @Nullable Long na,
            @RequestParam(defaultValue = "50") int aantal,
            Caller caller) {
        var page = Page.of(na, aantal);
        var found = replays.begun(page, caller);
        return new Begun(
                found.stream()
                        .map(first -> new Whose(first.key(), first.fact().by().recordedAt()))
                        .toList(),
                page.next(found.stream().mapToLong(Recorded::position).toArray()));
    }

    /** The history of one person, on these clocks. */
    @GetMapping("/v1/historie/inwoners/{id}")
    public HistoryAnswer person(
            @PathVariable UUID id,
            @RequestParam @Nullable Instant gekendOp,
            @RequestParam @Nullable Instant zoalsOp,
            Caller caller) {
        return answer(replays.of(new PersonId(id), caller), gekendOp, zoalsOp);
    }

    @GetMapping("/v1/historie/{kind}/{id}")
    HistoryAnswer stream(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam @Nullable Instant gekendOp,
            @RequestParam @Nullable Instant zoalsOp,
            Caller caller) {
        return answer(replays.of(new StreamId(kind, id), caller), gekendOp, zoalsOp);
    }

    private static HistoryAnswer answer(
            History history, @Nullable Instant knownOn, @Nullable Instant asOf) {
        var clocks = new Clocks(knownOn, asOf);
        return HistoryAnswer.of(
                history, fact -> clocks.includes(fact.recordedAt(), fact.occurredAt()));
    }
}

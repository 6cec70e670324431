package nl.schakel.query.audit;

import java.time.Instant;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.Clocks;
import nl.schakel.ledger.evidence.Histories.History;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Histories for auditors, by HTTP. */
@RestController
class HistoryEndpoint {

    private final Replays replays;

    HistoryEndpoint(Replays replays) {
        this.replays = replays;
    }

    @GetMapping("/v1/historie/inwoners/{id}")
    HistoryAnswer person(
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

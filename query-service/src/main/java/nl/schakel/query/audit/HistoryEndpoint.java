package nl.schakel.query.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.evidence.Histories.History;
import nl.schakel.ledger.evidence.Histories.Proven;
import nl.schakel.query.audit.HistoryAnswer.FactAnswer;
import nl.schakel.query.audit.HistoryAnswer.ProofAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Histories for auditors, by HTTP. */
@RestController
class HistoryEndpoint {

    private static final HexFormat HEX = HexFormat.of();

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

    private HistoryAnswer answer(
            History history, @Nullable Instant knownOn, @Nullable Instant asOf) {
        long sealed = history.last() == null ? 0 : history.last().size();
        return new HistoryAnswer(
                history.facts().stream()
                        .filter(f -> knownOn == null || !f.fact().recordedAt().isAfter(knownOn))
                        .filter(f -> asOf == null || !f.fact().occurredAt().isAfter(asOf))
                        .map(fact -> answer(fact, sealed))
                        .toList(),
                sealed);
    }

    private static FactAnswer answer(Proven proven, long sealed) {
        var fact = proven.fact();
        var path = proven.path();
        return new FactAnswer(
                fact.position(),
                fact.name(),
                fact.revision(),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.actor(),
                HEX.formatHex(fact.hash()),
                path == null
                        ? null
                        : new ProofAnswer(sealed, path.stream().map(HEX::formatHex).toList()),
                proven.right(),
                ContentAnswer.of(fact.payload()));
    }
}

package nl.schakel.query.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Histories;
import nl.schakel.ledger.evidence.Histories.History;
import nl.schakel.ledger.evidence.Histories.Proven;
import nl.schakel.query.audit.HistoryAnswer.CheckpointAnswer;
import nl.schakel.query.audit.HistoryAnswer.FactAnswer;
import nl.schakel.query.audit.HistoryAnswer.ProofAnswer;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Histories for auditors, by HTTP. */
@RestController
class HistoryEndpoint {

    private static final HexFormat HEX = HexFormat.of();

    private final Histories histories;
    private final Looks looks;

    HistoryEndpoint(Histories histories, Looks looks) {
        this.histories = histories;
        this.looks = looks;
    }

    @GetMapping("/v1/historie/inwoners/{id}")
    HistoryAnswer person(
            @PathVariable UUID id,
            @RequestParam @Nullable Instant gekendOp,
            @RequestParam @Nullable Instant zoalsOp,
            Caller caller) {
        May.require(May.replay(caller.actor()));
        var person = new PersonId(id);
        looks.note(caller, Purpose.HISTORY, person);
        return answer(histories.of(person), gekendOp, zoalsOp);
    }

    @GetMapping("/v1/historie/{kind}/{id}")
    HistoryAnswer stream(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam @Nullable Instant gekendOp,
            @RequestParam @Nullable Instant zoalsOp,
            Caller caller) {
        May.require(May.replay(caller.actor()));
        var history = histories.of(new StreamId(kind, id));
        history.facts().stream()
                .flatMap(fact -> fact.fact().person().stream())
                .distinct()
                .forEach(person -> looks.note(caller, Purpose.HISTORY, new PersonId(person)));
        return answer(history, gekendOp, zoalsOp);
    }

    @GetMapping("/v1/historie/controlepunten/laatste")
    CheckpointAnswer last(Caller caller) {
        May.require(May.replay(caller.actor()));
        return histories.last().map(HistoryEndpoint::answer).orElseThrow(NotThere::new);
    }

    private HistoryAnswer answer(
            History history, @Nullable Instant knownOn, @Nullable Instant asOf) {
        May.require(!history.facts().isEmpty());
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

    private static CheckpointAnswer answer(Checkpoint last) {
        return new CheckpointAnswer(
                last.size(), HEX.formatHex(last.root()), last.at(), last.line());
    }
}

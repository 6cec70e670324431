package nl.schakel.query.audit;

import java.util.HexFormat;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Invalid;
import nl.schakel.access.edge.Caller;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Histories;
import nl.schakel.query.audit.HistoryAnswer.CheckpointAnswer;
import nl.schakel.query.audit.HistoryAnswer.ConsistencyAnswer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints for auditors, and the proof that a later one goes on from an earlier one. */
@RestController
class CheckpointEndpoint {

    private static final HexFormat HEX = HexFormat.of();

    private final Histories histories;

    CheckpointEndpoint(Histories histories) {
        this.histories = histories;
    }

    @GetMapping("/v1/historie/controlepunten/laatste")
    CheckpointAnswer last(Caller caller) {
        May.require(May.replay(caller.actor()));
        return histories.last().map(CheckpointEndpoint::answer).orElseThrow(NotThere::new);
    }

    /** Whoever keeps a checkpoint asks whether a later one still holds all that it covers. */
    @GetMapping("/v1/historie/controlepunten/{size}/bewijs")
    ConsistencyAnswer proof(
            @PathVariable long size, @RequestParam(defaultValue = "1") long vanaf, Caller caller) {
        May.require(May.replay(caller.actor()));
        May.require(size > 0);
        if (vanaf < 1 || vanaf > size) {
            throw new Invalid("vanaf", "bereik");
        }
        var path = histories.consistency(vanaf, size).orElseThrow(NotThere::new);
        return new ConsistencyAnswer(vanaf, size, path.stream().map(HEX::formatHex).toList());
    }

    private static CheckpointAnswer answer(Checkpoint last) {
        return new CheckpointAnswer(
                last.size(), HEX.formatHex(last.root()), last.at(), last.line());
    }
}

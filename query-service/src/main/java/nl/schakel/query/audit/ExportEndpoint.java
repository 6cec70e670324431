package nl.schakel.query.audit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.verify.Export;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A whole history in one file that proves itself without us (docs/ledger-format.md). */
@RestController
class ExportEndpoint {

    private static final String JSON_LINES = "application/jsonl";

    private final Replays replays;

    ExportEndpoint(Replays replays) {
        this.replays = replays;
    }

    @GetMapping(path = "/v1/historie/inwoners/{id}/uitvoer", produces = JSON_LINES)
    byte[] person(@PathVariable UUID id, Caller caller) {
        var history = replays.of(new PersonId(id), caller);
        return Export.of("person", id.toString(), history).getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping(path = "/v1/historie/{kind}/{id}/uitvoer", produces = JSON_LINES)
    byte[] stream(@PathVariable String kind, @PathVariable UUID id, Caller caller) {
        var history = replays.of(new StreamId(kind, id), caller);
        return Export.of(kind, id.toString(), history).getBytes(StandardCharsets.UTF_8);
    }
}

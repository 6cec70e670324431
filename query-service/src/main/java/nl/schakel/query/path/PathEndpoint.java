package nl.schakel.query.path;

import java.time.Instant;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Clocks;
import nl.schakel.query.runtime.Fresh;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The path of a person, by HTTP. */
@RestController
public class PathEndpoint {

    private final Paths paths;
    private final Fresh fresh;
    private final PathReading reading;

    PathEndpoint(Paths paths, Fresh fresh, PathReading reading) {
        this.paths = paths;
        this.fresh = fresh;
        this.reading = reading;
    }

    /** The path of a person as the caller may see it, on these clocks. */
    @GetMapping("/v1/inwoners/{id}/pad")
    public PathAnswer path(
            @PathVariable UUID id,
            @RequestParam @Nullable Long naPositie,
            @RequestParam @Nullable Instant gekendOp,
            @RequestParam @Nullable Instant zoalsOp,
            Caller caller) {
        fresh.since(PathProjection.PATH, naPositie);
        var clocks = new Clocks(gekendOp, zoalsOp);
        return reading.of(paths.of(new PersonId(id), caller.actor(), clocks), caller);
    }

    /** The position of the newest moment that the caller may see; nothing is opened. */
    public long newest(UUID id, Caller caller) {
        var moments = paths.of(new PersonId(id), caller.actor(), new Clocks(null, null)).moments();
        return moments.isEmpty() ? 0 : moments.getLast().position();
    }
}

package nl.schakel.command.support;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.schakel.access.Ring;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.body.OneOf;
import nl.schakel.access.body.Text;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Involvement;
import nl.schakel.command.desk.Involvement.At;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scaling support up and down, by HTTP; by anyone involved at either side. */
@RestController
class SupportEndpoint {

    private final Desk desk;
    private final Involvement involvement;

    SupportEndpoint(Desk desk, Involvement involvement) {
        this.desk = desk;
        this.involvement = involvement;
    }

    record ScaleBody(
            @JsonProperty("lijn") @NotNull @OneOf(Line.class) String line,
            @JsonProperty("niveau") @NotNull @OneOf(Level.class) String level,
            @JsonProperty("waarom") @NotNull @Text String why,
            @JsonProperty("weerKijkenOp") @NotNull LocalDate lookAgainOn,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {

        Line onLine() {
            return Dutch.constant(Line.class, line);
        }

        Level toLevel() {
            return Dutch.constant(Level.class, level);
        }
    }

    @PostMapping("/v1/verwijzingen/{id}/opschalingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer up(@PathVariable UUID id, @RequestBody ScaleBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "up " + id,
                body,
                draft -> draft.id("scaling"),
                draft -> up(at, body, draft));
    }

    @PostMapping("/v1/verwijzingen/{id}/afschalingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer down(@PathVariable UUID id, @RequestBody ScaleBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "down " + id,
                body,
                draft -> draft.id("scaling"),
                draft -> down(at, body, draft));
    }

    private static SupportCommand.ScaleUp up(At at, ScaleBody body, Draft draft) {
        return new SupportCommand.ScaleUp(
                at.referral(),
                at.person(),
                body.onLine(),
                body.toLevel(),
                at.seal(draft, "waarom", body.why()),
                body.lookAgainOn(),
                started(at.ring()),
                draft.by());
    }

    private static SupportCommand.ScaleDown down(At at, ScaleBody body, Draft draft) {
        return new SupportCommand.ScaleDown(
                at.referral(),
                at.person(),
                body.onLine(),
                body.toLevel(),
                at.seal(draft, "waarom", body.why()),
                body.lookAgainOn(),
                started(at.ring()),
                draft.by());
    }

    private static boolean started(Ring ring) {
        return ring.phase() == Ring.Phase.STARTED;
    }
}

package nl.schakel.command.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Text;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Lookups;
import nl.schakel.command.runtime.Host;
import nl.schakel.events.PersonId;
import nl.schakel.events.insight.InsightId;
import nl.schakel.vault.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leave to look behind pseudonyms, by HTTP; for auditors alone. */
@RestController
class InsightEndpoint {

    private final Desk desk;
    private final Host host;
    private final Lookups lookups;

    InsightEndpoint(Desk desk, Host host, Lookups lookups) {
        this.desk = desk;
        this.host = host;
        this.lookups = lookups;
    }

    record RevealBody(
            @JsonProperty("inwoner") @NotNull UUID person,
            @JsonProperty("reden") @NotNull @Text String reason,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record ApproveBody(
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/inzageverzoeken")
    @ResponseStatus(HttpStatus.CREATED)
    Answer ask(@RequestBody RevealBody body, Caller caller) {
        May.require(May.replay(caller.actor()));
        var person = new PersonId(body.person());
        May.require(!lookups.circle(person).equals(Circle.NOBODY));
        return desk.handle(
                caller,
                person,
                "reveal " + person.value(),
                body,
                draft -> draft.id("insight"),
                draft -> ask(person, body, draft));
    }

    @PostMapping("/v1/inzageverzoeken/{id}/goedkeuringen")
    Answer approve(@PathVariable UUID id, @RequestBody ApproveBody body, Caller caller) {
        May.require(May.replay(caller.actor()));
        var insight = new InsightId(id);
        return desk.handle(
                caller,
                about(insight),
                "approve " + id,
                body,
                _ -> id,
                draft -> new InsightCommand.ApproveReveal(insight, draft.by()));
    }

    private PersonId about(InsightId insight) {
        return switch (host.state(Insight.RULES, insight.stream())) {
            case Insight.Nothing _ -> throw new NotThere();
            case Insight.Asked asked -> asked.person();
            case Insight.Open open -> open.person();
        };
    }

    private static InsightCommand.AskReveal ask(PersonId person, RevealBody body, Draft draft) {
        return new InsightCommand.AskReveal(
                new InsightId(draft.id("insight")),
                person,
                draft.seal(person, Scopes.IDENTITY, "redenVanInzage", body.reason()),
                draft.by());
    }
}

package nl.schakel.command.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.schakel.access.body.Body;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Involvement;
import nl.schakel.command.desk.Lookups;
import nl.schakel.command.desk.Team;
import nl.schakel.events.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letting go, by HTTP: proposed by one side, confirmed by the other. */
@RestController
class LettingGoEndpoint {

    private final Desk desk;
    private final Lookups lookups;
    private final Involvement involvement;

    LettingGoEndpoint(Desk desk, Lookups lookups, Involvement involvement) {
        this.desk = desk;
        this.lookups = lookups;
        this.involvement = involvement;
    }

    record LetGoBody(
            @JsonProperty("omkijkenTot") @NotNull LocalDate until,
            @JsonProperty("wegTerug") @NotNull UUID wayBack,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record ConfirmBody(
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/verwijzingen/{id}/loslatingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer letGo(@PathVariable UUID id, @RequestBody LetGoBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "let go " + id,
                body,
                _ -> id,
                draft ->
                        new ReferralCommand.LetGo(
                                at.referral(),
                                body.until(),
                                new PersonId(body.wayBack()),
                                own(caller, draft),
                                draft.by()));
    }

    @PostMapping("/v1/verwijzingen/{id}/loslatingen/bevestigingen")
    Answer confirm(@PathVariable UUID id, @RequestBody ConfirmBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "confirm " + id,
                body,
                _ -> id,
                draft -> new ReferralCommand.ConfirmLettingGo(at.referral(), draft.by()));
    }

    private Team own(Caller caller, Draft draft) {
        var party = caller.actor().acting();
        return party == null ? Team.NOBODY : lookups.team(draft.today(), party);
    }
}

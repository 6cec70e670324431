package nl.schakel.command.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.access.body.Body;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Lookups;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether a known contact is there, by HTTP; she says so herself, or her coordinator does. */
@RestController
class ContactEndpoint {

    private final Desk desk;
    private final Lookups lookups;

    ContactEndpoint(Desk desk, Lookups lookups) {
        this.desk = desk;
        this.lookups = lookups;
    }

    record AwayBody(
            @JsonProperty("van") @NotNull LocalDate from,
            @JsonProperty("tot") @NotNull LocalDate until,
            @JsonProperty("vervanger") @NotNull UUID substitute,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record BackBody(
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/leden/{id}/afwezigheden")
    @ResponseStatus(HttpStatus.CREATED)
    Answer away(@PathVariable UUID id, @RequestBody AwayBody body, Caller caller) {
        var member = speaksFor(id, caller.actor());
        return desk.handle(
                caller, member, "away " + id, body, _ -> id, draft -> away(member, body, draft));
    }

    @PostMapping("/v1/leden/{id}/terugkomsten")
    Answer back(@PathVariable UUID id, @RequestBody BackBody body, Caller caller) {
        var member = speaksFor(id, caller.actor());
        return desk.handle(
                caller,
                member,
                "back " + id,
                body,
                _ -> id,
                draft -> new ContactCommand.ComeBack(member, draft.by()));
    }

    private ContactCommand.GoAway away(PersonId member, AwayBody body, Draft draft) {
        var parties = lookups.circle(member).memberships().keySet().toArray(PartyId[]::new);
        return new ContactCommand.GoAway(
                member,
                body.from(),
                body.until(),
                new PersonId(body.substitute()),
                lookups.team(body.from(), parties),
                draft.by());
    }

    private PersonId speaksFor(UUID id, Actor actor) {
        var member = new PersonId(id);
        May.require(May.speak(actor, member, lookups.circle(member)));
        return member;
    }
}

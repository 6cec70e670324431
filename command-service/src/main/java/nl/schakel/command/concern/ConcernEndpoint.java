package nl.schakel.command.concern;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.body.OneOf;
import nl.schakel.access.body.Text;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.concern.Concern.Raised;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Involvement;
import nl.schakel.command.runtime.Host;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.concern.ConcernEvent.ConcernRaised;
import nl.schakel.events.concern.Urgency;
import nl.schakel.vault.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bell, by HTTP: three fields at most, by anyone on the path. */
@RestController
class ConcernEndpoint {

    private final Desk desk;
    private final Host host;
    private final Involvement involvement;
    private final Bells bells;

    ConcernEndpoint(Desk desk, Host host, Involvement involvement, Bells bells) {
        this.desk = desk;
        this.host = host;
        this.involvement = involvement;
        this.bells = bells;
    }

    record RaiseBody(
            @JsonProperty("verwijzing") @Nullable UUID referral,
            @JsonProperty("inwoner") @Nullable UUID person,
            @JsonProperty("watZieJe") @NotNull @Text String words,
            @JsonProperty("hoeDringend") @NotNull @OneOf(Urgency.class) String urgency,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record HeardBody(
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record TellBody(
            @JsonProperty("woorden") @NotNull @Text String words,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/zorgsignalen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer raise(@RequestBody RaiseBody body, Caller caller) {
        var about = involvement.about(body.referral(), body.person(), caller.actor());
        return desk.handle(
                caller,
                about,
                "raise",
                body,
                draft -> draft.id("concern"),
                draft -> raise(about, body, draft));
    }

    @PostMapping("/v1/zorgsignalen/{id}/gehoord")
    Answer hear(@PathVariable UUID id, @RequestBody HeardBody body, Caller caller) {
        var raised = rang(id, caller.actor());
        return desk.handle(
                caller,
                raised.about(),
                "hear " + id,
                body,
                _ -> id,
                draft -> new ConcernCommand.Hear(raised.concern(), draft.by()));
    }

    @PostMapping("/v1/zorgsignalen/{id}/uitkomsten")
    @ResponseStatus(HttpStatus.CREATED)
    Answer tell(@PathVariable UUID id, @RequestBody TellBody body, Caller caller) {
        var raised = rang(id, caller.actor());
        return desk.handle(
                caller,
                raised.about(),
                "tell " + id,
                body,
                draft -> draft.id("outcome"),
                draft ->
                        new ConcernCommand.TellOutcome(
                                raised.concern(),
                                draft.seal(
                                        raised.about(),
                                        scope(raised.referral()),
                                        "uitkomst",
                                        body.words()),
                                draft.by()));
    }

    private ConcernCommand.RaiseConcern raise(PersonId about, RaiseBody body, Draft draft) {
        var referral = body.referral() == null ? null : new ReferralId(body.referral());
        var urgency = Dutch.constant(Urgency.class, body.urgency());
        var by = draft.by();
        return new ConcernCommand.RaiseConcern(
                new ConcernId(draft.id("concern")),
                about,
                referral,
                draft.seal(about, scope(referral), "watZieJe", body.words()),
                urgency,
                bells.ladder(about, referral, by, draft.now()),
                bells.heardBefore(urgency, draft.now()),
                by);
    }

    private ConcernRaised rang(UUID id, Actor actor) {
        if (!(host.state(Concern.RULES, new ConcernId(id).stream()) instanceof Raised bell)) {
            throw new NotThere();
        }
        May.require(May.among(actor, bell.people(), bell.partiesFor(actor.person())));
        return bell.raised();
    }

    private static String scope(@Nullable ReferralId referral) {
        return referral == null ? Scopes.IDENTITY : Scopes.of(referral);
    }
}

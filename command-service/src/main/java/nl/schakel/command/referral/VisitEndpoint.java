package nl.schakel.command.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.schakel.access.NotThere;
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
import nl.schakel.command.desk.Lookups;
import nl.schakel.command.desk.Team;
import nl.schakel.events.PersonId;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.Meeting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** First visits, by HTTP: promised, moved, called off, told about. */
@RestController
class VisitEndpoint {

    private final Desk desk;
    private final Lookups lookups;
    private final Involvement involvement;

    VisitEndpoint(Desk desk, Lookups lookups, Involvement involvement) {
        this.desk = desk;
        this.lookups = lookups;
        this.involvement = involvement;
    }

    record PromiseBody(
            @JsonProperty("metWie") @NotNull UUID companion,
            @JsonProperty("wanneer") @NotNull OffsetDateTime when,
            @JsonProperty("waar") @NotNull @Text(max = 500) String where,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record MoveBody(
            @JsonProperty("metWie") @Nullable UUID companion,
            @JsonProperty("wanneer") @NotNull OffsetDateTime when,
            @JsonProperty("waar") @Text(max = 500) @Nullable String where,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record CallOffBody(
            @JsonProperty("doorWie") @NotNull UUID calledOffBy,
            @JsonProperty("woorden") @Text @Nullable String words,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record OutcomeBody(
            @JsonProperty("uitkomst") @NotNull @OneOf(Meeting.class) String outcome,
            @JsonProperty("woorden") @Text @Nullable String words,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/verwijzingen/{id}/eerste-bezoeken")
    @ResponseStatus(HttpStatus.CREATED)
    Answer promise(@PathVariable UUID id, @RequestBody PromiseBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "promise " + id,
                body,
                draft -> draft.id("visit"),
                draft -> promise(at, body, draft));
    }

    @PutMapping("/v1/verwijzingen/{id}/eerste-bezoeken/{visit}")
    Answer move(
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestBody MoveBody body,
            Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "move " + visit,
                body,
                _ -> visit,
                draft -> move(at, new VisitId(visit), body, draft));
    }

    @PostMapping("/v1/verwijzingen/{id}/eerste-bezoeken/{visit}/afzeggingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer callOff(
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestBody CallOffBody body,
            Caller caller) {
        var at = involvement.in(id, caller.actor());
        var by = caller(at, new PersonId(body.calledOffBy()));
        return desk.handle(
                caller,
                at.person(),
                "call off " + visit,
                body,
                _ -> visit,
                draft ->
                        new ReferralCommand.CallOffFirstVisit(
                                at.referral(),
                                new VisitId(visit),
                                by,
                                at.sealed(draft, "woorden", body.words()),
                                draft.by()));
    }

    @PostMapping("/v1/verwijzingen/{id}/eerste-bezoeken/{visit}/uitkomsten")
    @ResponseStatus(HttpStatus.CREATED)
    Answer outcome(
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestBody OutcomeBody body,
            Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "outcome " + visit,
                body,
                _ -> visit,
                draft ->
                        new ReferralCommand.RecordFirstVisit(
                                at.referral(),
                                new VisitId(visit),
                                Dutch.constant(Meeting.class, body.outcome()),
                                at.sealed(draft, "woorden", body.words()),
                                draft.by()));
    }

    private ReferralCommand.PromiseFirstVisit promise(At at, PromiseBody body, Draft draft) {
        return new ReferralCommand.PromiseFirstVisit(
                at.referral(),
                new VisitId(draft.id("visit")),
                new PersonId(body.companion()),
                moment(body.when()),
                at.seal(draft, "waar", body.where()),
                team(at, draft),
                draft.by());
    }

    private ReferralCommand.MoveFirstVisit move(At at, VisitId visit, MoveBody body, Draft draft) {
        return new ReferralCommand.MoveFirstVisit(
                at.referral(),
                visit,
                body.companion() == null ? null : new PersonId(body.companion()),
                moment(body.when()),
                at.sealed(draft, "waar", body.where()),
                team(at, draft),
                draft.by());
    }

    /** Who called it off: the person, or somebody of either side; nobody else is there. */
    private PersonId caller(At at, PersonId who) {
        var there =
                at.ring().parties().stream()
                        .anyMatch(party -> lookups.roster(party).members().containsKey(who));
        if (!there && !who.equals(at.person())) {
            throw new NotThere();
        }
        return who;
    }

    private Team team(At at, Draft draft) {
        return lookups.team(draft.today(), at.ring().from(), at.ring().to());
    }

    private static Instant moment(OffsetDateTime at) {
        return at.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}

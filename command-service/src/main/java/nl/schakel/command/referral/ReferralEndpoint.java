package nl.schakel.command.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Text;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Involvement;
import nl.schakel.command.desk.Lookups;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.ReferralId;
import nl.schakel.vault.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking and answering, by HTTP. */
@RestController
class ReferralEndpoint {

    private final Desk desk;
    private final Lookups lookups;
    private final Involvement involvement;

    ReferralEndpoint(Desk desk, Lookups lookups, Involvement involvement) {
        this.desk = desk;
        this.lookups = lookups;
        this.involvement = involvement;
    }

    record ReferBody(
            @JsonProperty("inwoner") @NotNull UUID person,
            @JsonProperty("naar") @NotNull UUID to,
            @JsonProperty("wens") @NotNull @Text String wish,
            @JsonProperty("contact") @NotNull UUID contact,
            @JsonProperty("vervanger") @Nullable UUID substitute,
            @JsonProperty("inwonerWeetHiervan") @NotNull Boolean personKnows,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record QuestionBody(
            @JsonProperty("vraag") @NotNull @Text String words,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record AnswerBody(
            @JsonProperty("antwoord") @NotNull @Text String words,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record WelcomeBody(
            @JsonProperty("contact") @NotNull UUID contact,
            @JsonProperty("vervanger") @Nullable UUID substitute,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record WordsBody(
            @JsonProperty("woorden") @Text @Nullable String words,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record BareBody(
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/verwijzingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer refer(@RequestBody ReferBody body, Caller caller) {
        var person = new PersonId(body.person());
        May.require(May.see(caller.actor(), person, lookups.circle(person)));
        var from = caller.actor().acting();
        if (from == null) {
            throw new NotThere();
        }
        lookups.roster(new PartyId(body.to()));
        return desk.handle(
                caller,
                person,
                "refer",
                body,
                draft -> draft.id("referral"),
                draft -> refer(person, from, body, draft));
    }

    @PostMapping("/v1/verwijzingen/{id}/vragen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer ask(@PathVariable UUID id, @RequestBody QuestionBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "ask " + id,
                body,
                draft -> draft.id("question"),
                draft ->
                        new ReferralCommand.AskQuestion(
                                at.referral(),
                                new QuestionId(draft.id("question")),
                                at.seal(draft, "vraag", body.words()),
                                draft.by()));
    }

    @PostMapping("/v1/verwijzingen/{id}/vragen/{question}/antwoorden")
    @ResponseStatus(HttpStatus.CREATED)
    Answer answer(
            @PathVariable UUID id,
            @PathVariable UUID question,
            @RequestBody AnswerBody body,
            Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "answer " + question,
                body,
                _ -> question,
                draft ->
                        new ReferralCommand.AnswerQuestion(
                                at.referral(),
                                new QuestionId(question),
                                at.seal(draft, "antwoord", body.words()),
                                draft.by()));
    }

    @PostMapping("/v1/verwijzingen/{id}/ja-van-inwoner")
    Answer yes(@PathVariable UUID id, @RequestBody BareBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "yes " + id,
                body,
                _ -> id,
                draft ->
                        new ReferralCommand.RecordYesOfPerson(
                                at.referral(), draft.byOr(at.person())));
    }

    @PostMapping("/v1/verwijzingen/{id}/welkom")
    Answer welcome(@PathVariable UUID id, @RequestBody WelcomeBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "welcome " + id,
                body,
                _ -> id,
                draft ->
                        new ReferralCommand.Welcome(
                                at.referral(),
                                new PersonId(body.contact()),
                                optional(body.substitute()),
                                lookups.team(draft.today(), at.ring().to()),
                                draft.by()));
    }

    @PostMapping("/v1/verwijzingen/{id}/niet-nu")
    Answer notNow(@PathVariable UUID id, @RequestBody WordsBody body, Caller caller) {
        var at = involvement.in(id, caller.actor());
        return desk.handle(
                caller,
                at.person(),
                "not now " + id,
                body,
                _ -> id,
                draft ->
                        new ReferralCommand.SayNotNow(
                                at.referral(),
                                at.sealed(draft, "woorden", body.words()),
                                draft.by()));
    }

    private ReferralCommand.Refer refer(
            PersonId person, PartyId from, ReferBody body, Draft draft) {
        var referral = new ReferralId(draft.id("referral"));
        return new ReferralCommand.Refer(
                referral,
                person,
                from,
                new PartyId(body.to()),
                draft.seal(person, Scopes.of(referral), "wens", body.wish()),
                new PersonId(body.contact()),
                optional(body.substitute()),
                body.personKnows(),
                lookups.team(draft.today(), from),
                draft.by());
    }

    private static @Nullable PersonId optional(@Nullable UUID person) {
        return person == null ? null : new PersonId(person);
    }
}

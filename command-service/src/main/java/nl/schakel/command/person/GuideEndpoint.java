package nl.schakel.command.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Invalid;
import nl.schakel.access.body.Text;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Lookups;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReleaseId;
import nl.schakel.events.person.Heading;
import nl.schakel.vault.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The guide, by HTTP: written with the person, released per recipient, read back. */
@RestController
class GuideEndpoint {

    private static final int CHARACTERS = 3_000;

    private final Desk desk;
    private final Lookups lookups;

    GuideEndpoint(Desk desk, Lookups lookups) {
        this.desk = desk;
        this.lookups = lookups;
    }

    record GuideBody(
            @JsonProperty("kopjes") @NotEmpty @Size(max = 12, message = "te-veel")
                    List<@NotNull @Valid HeadingBody> headings,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record HeadingBody(
            @JsonProperty("kop") @NotNull @Text(max = 100) String title,
            @JsonProperty("tekst") @NotNull @Text(max = CHARACTERS) String text) {}

    record ReleaseBody(
            @JsonProperty("partij") @NotNull UUID party,
            @JsonProperty("leden") @Nullable List<@NotNull UUID> members,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record ReadBackBody(
            @JsonProperty("begrepen") @NotNull @Text String understood,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/inwoners/{id}/handleidingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer write(@PathVariable UUID id, @RequestBody GuideBody body, Caller caller) {
        var person = seen(id, caller);
        printsOnOnePage(body);
        var answer =
                desk.handle(
                        caller,
                        person,
                        "guide " + id,
                        body,
                        _ -> id,
                        draft -> write(person, body, draft));
        return answer.withGuideVersion(lookups.guideVersionAt(person, answer.position()));
    }

    @PostMapping("/v1/inwoners/{id}/handleidingen/{version}/vrijgaven")
    @ResponseStatus(HttpStatus.CREATED)
    Answer release(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestBody ReleaseBody body,
            Caller caller) {
        var person = seen(id, caller);
        var party = new PartyId(body.party());
        var members = members(body);
        if (!lookups.roster(party).members().keySet().containsAll(members)) {
            throw new NotThere();
        }
        return desk.handle(
                caller,
                person,
                "release " + id + "/" + version,
                body,
                draft -> draft.id("release"),
                draft ->
                        new PersonCommand.ReleaseGuide(
                                person,
                                version,
                                new ReleaseId(draft.id("release")),
                                party,
                                members,
                                draft.by()));
    }

    @PostMapping("/v1/inwoners/{id}/handleidingen/{version}/teruglezingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer readBack(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestBody ReadBackBody body,
            Caller caller) {
        var person = seen(id, caller);
        return desk.handle(
                caller,
                person,
                "read back " + id + "/" + version,
                body,
                draft -> draft.id("read-back"),
                draft ->
                        new PersonCommand.ReadBackGuide(
                                person,
                                version,
                                draft.seal(person, Scopes.IDENTITY, "begrepen", body.understood()),
                                draft.by()));
    }

    private static PersonCommand.WriteGuide write(PersonId person, GuideBody body, Draft draft) {
        var headings =
                body.headings().stream()
                        .map(
                                heading ->
                                        new Heading(
                                                draft.seal(
                                                        person,
                                                        Scopes.IDENTITY,
                                                        "kop",
                                                        heading.title()),
                                                draft.seal(
                                                        person,
                                                        Scopes.IDENTITY,
                                                        "tekst",
                                                        heading.text())))
                        .toList();
        return new PersonCommand.WriteGuide(person, headings, draft.by());
    }

    /** Rule 15: it fits on one A4. */
    private static void printsOnOnePage(GuideBody body) {
        int characters =
                body.headings().stream()
                        .mapToInt(h -> h.title().length() + h.text().length())
                        .sum();
        if (characters > CHARACTERS) {
            throw new Invalid("kopjes", "te-lang");
        }
    }

    private static Set<PersonId> members(ReleaseBody body) {
        var members = new LinkedHashSet<PersonId>();
        if (body.members() != null) {
            body.members().forEach(member -> members.add(new PersonId(member)));
        }
        return members;
    }

    private PersonId seen(UUID id, Caller caller) {
        var person = new PersonId(id);
        May.require(May.see(caller.actor(), person, lookups.circle(person)));
        return person;
    }
}

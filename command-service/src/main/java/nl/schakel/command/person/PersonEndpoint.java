package nl.schakel.command.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.body.OneOf;
import nl.schakel.access.body.Text;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Lookups;
import nl.schakel.events.ConsentId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.person.Category;
import nl.schakel.vault.Identity;
import nl.schakel.vault.Scopes;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Persons and their consents, by HTTP. */
@RestController
class PersonEndpoint {

    private final Desk desk;
    private final Lookups lookups;
    private final Vault vault;

    PersonEndpoint(Desk desk, Lookups lookups, Vault vault) {
        this.desk = desk;
        this.lookups = lookups;
        this.vault = vault;
    }

    record RegisterBody(
            @JsonProperty("naam") @NotNull @Text(max = 200) String name,
            @JsonProperty("roepnaam") @NotNull @Text(max = 100) String callName,
            @JsonProperty("geboortedatum") @PastOrPresent(message = "toekomst")
                    @Nullable LocalDate born,
            @JsonProperty("telefoon") @Text(max = 30, phone = true) @Nullable String phone,
            @JsonProperty("email") @Text(max = 200) @Email(message = "soort")
                    @Nullable String email,
            @JsonProperty("buurt") @NotNull @Text(max = 200) String neighbourhood,
            @JsonProperty("veiligContact") @Text(max = 500) @Nullable String safeContact,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record ConsentBody(
            @JsonProperty("ontvanger") @NotNull UUID recipient,
            @JsonProperty("gegevens") @NotEmpty
                    List<@NotNull @OneOf(Category.class) String> categories,
            @JsonProperty("doel") @NotNull @Text String purpose,
            @JsonProperty("tot") @Nullable LocalDate until,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record WithdrawBody(
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/inwoners")
    @ResponseStatus(HttpStatus.CREATED)
    Answer register(@RequestBody RegisterBody body, Caller caller) {
        May.require(caller.actor().acting() != null);
        return desk.handle(
                caller,
                caller.actor().person(),
                "register",
                body,
                draft -> draft.id("person"),
                draft -> {
                    var person = new PersonId(draft.id("person"));
                    vault.remember(
                            person,
                            new Identity(
                                    body.name(),
                                    body.callName(),
                                    body.born(),
                                    body.phone(),
                                    body.email(),
                                    body.neighbourhood(),
                                    body.safeContact()),
                            draft.now());
                    return new PersonCommand.Register(person, draft.by());
                });
    }

    @PostMapping("/v1/inwoners/{id}/toestemmingen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer consent(@PathVariable UUID id, @RequestBody ConsentBody body, Caller caller) {
        var person = seen(id, caller);
        lookups.roster(new PartyId(body.recipient()));
        return desk.handle(
                caller,
                person,
                "consent " + id,
                body,
                draft -> draft.id("consent"),
                draft -> give(person, body, draft));
    }

    @PostMapping("/v1/inwoners/{id}/toestemmingen/{consent}/intrekkingen")
    Answer withdraw(
            @PathVariable UUID id,
            @PathVariable UUID consent,
            @RequestBody WithdrawBody body,
            Caller caller) {
        var person = seen(id, caller);
        return desk.handle(
                caller,
                person,
                "withdraw " + consent,
                body,
                _ -> consent,
                draft ->
                        new PersonCommand.WithdrawConsent(
                                person, new ConsentId(consent), draft.byOr(person)));
    }

    private static PersonCommand.GiveConsent give(PersonId person, ConsentBody body, Draft draft) {
        var categories = new TreeSet<Category>();
        body.categories().forEach(word -> categories.add(Dutch.constant(Category.class, word)));
        var purpose = draft.seal(person, Scopes.IDENTITY, "doel", body.purpose());
        return new PersonCommand.GiveConsent(
                person,
                new ConsentId(draft.id("consent")),
                new PartyId(body.recipient()),
                categories,
                purpose,
                body.until(),
                draft.byOr(person));
    }

    private PersonId seen(UUID id, Caller caller) {
        var person = new PersonId(id);
        Circle circle = lookups.circle(person);
        May.require(May.see(caller.actor(), person, circle));
        return person;
    }
}

package nl.schakel.command.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import nl.schakel.access.May;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.body.OneOf;
import nl.schakel.access.body.Text;
import nl.schakel.access.edge.Accounts;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Answer;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Draft;
import nl.schakel.command.desk.Lookups;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;
import nl.schakel.vault.Identity;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Parties and their members, by HTTP. */
@RestController
class PartyEndpoint {

    private final Desk desk;
    private final Lookups lookups;
    private final Accounts accounts;
    private final Vault vault;

    PartyEndpoint(Desk desk, Lookups lookups, Accounts accounts, Vault vault) {
        this.desk = desk;
        this.lookups = lookups;
        this.accounts = accounts;
        this.vault = vault;
    }

    record JoinBody(
            @JsonProperty("soort") @NotNull @OneOf(PartyKind.class) String kind,
            @JsonProperty("naam") @NotNull @Text(max = 200, clear = true) String name,
            @JsonProperty("buurt") @NotNull @Text(max = 200, clear = true) String neighbourhood,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record MemberBody(
            @JsonProperty("naam") @NotNull @Text(max = 200) String name,
            @JsonProperty("telefoon") @Text(max = 30, phone = true) @Nullable String phone,
            @JsonProperty("rollen") @NotEmpty List<@NotNull @OneOf(Role.class) String> roles,
            @JsonProperty("account") @Text(max = 200) @Nullable String account,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    record AccountBody(
            @JsonProperty("account") @NotNull @Text(max = 200) String account,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @PostMapping("/v1/partijen")
    @ResponseStatus(HttpStatus.CREATED)
    Answer join(@RequestBody JoinBody body, Caller caller) {
        May.require(May.administer(caller.actor()));
        return desk.handle(
                caller,
                caller.actor().person(),
                "join",
                body,
                draft -> draft.id("party"),
                draft ->
                        new PartyCommand.Join(
                                new PartyId(draft.id("party")),
                                Dutch.constant(PartyKind.class, body.kind()),
                                body.name(),
                                body.neighbourhood(),
                                draft.by()));
    }

    /** A login that already belongs to a person brings that person in; else a new one is made. */
    @PostMapping("/v1/partijen/{party}/leden")
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(@PathVariable UUID party, @RequestBody MemberBody body, Caller caller) {
        var to = new PartyId(party);
        lookups.roster(to);
        May.require(May.enrol(caller.actor(), to));
        if (body.account() != null) {
            bind(to, body, caller);
        }
        return desk.handle(
                caller,
                caller.actor().person(),
                "add " + party,
                body,
                draft -> member(draft, body).value(),
                draft -> add(to, body, draft));
    }

    @PostMapping("/v1/inwoners/{person}/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Answer bind(@PathVariable UUID person, @RequestBody AccountBody body, Caller caller) {
        May.require(May.administer(caller.actor()));
        var whom = new PersonId(person);
        May.require(!lookups.circle(whom).knownBy().isEmpty());
        return desk.handle(
                caller,
                whom,
                "bind " + person,
                body,
                _ -> person,
                draft ->
                        new LoginCommand.BindAccount(
                                accounts.of(body.account()), whom, draft.by()));
    }

    private void bind(PartyId party, MemberBody body, Caller caller) {
        var first =
                new Caller(
                        caller.actor(),
                        caller.key() + "/account",
                        OptionalLong.empty(),
                        caller.trace());
        desk.handle(
                first,
                caller.actor().person(),
                "bind for " + party.value(),
                body,
                draft -> member(draft, body).value(),
                draft -> {
                    var member = member(draft, body);
                    remember(member, body, draft);
                    return new LoginCommand.BindAccount(
                            accounts.of(Objects.requireNonNull(body.account())),
                            member,
                            draft.by());
                });
    }

    private PartyCommand.AddMember add(PartyId party, MemberBody body, Draft draft) {
        var member = member(draft, body);
        if (body.account() == null) {
            remember(member, body, draft);
        }
        var roles = new TreeSet<Role>();
        body.roles().forEach(word -> roles.add(Dutch.constant(Role.class, word)));
        return new PartyCommand.AddMember(party, member, roles, draft.by());
    }

    private void remember(PersonId member, MemberBody body, Draft draft) {
        vault.remember(
                member,
                new Identity(
                        body.name(), body.name().split(" ", 2)[0], null, body.phone(), null, null),
                draft.now());
    }

    private PersonId member(Draft draft, MemberBody body) {
        return Optional.ofNullable(body.account())
                .map(account -> lookups.account(accounts.of(account)).person())
                .orElseGet(() -> new PersonId(draft.id("member")));
    }
}

package nl.schakel.command.party;

import static nl.schakel.command.People.DE_SLEUTEL;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.by;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.AccountId;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;

/** De Sleutel takes part, with Joke, who logs in. */
public final class PartyStory {

    public static final Rulebook<?, ?, ?> PARTY_RULES = Party.RULES;
    public static final Rulebook<?, ?, ?> LOGIN_RULES = Login.RULES;

    public static final AccountId ACCOUNT = new AccountId(new UUID(6, 1));
    static final By THE_ADMINISTRATOR = by(new PersonId(new UUID(6, 2)), null);

    private PartyStory() {}

    /** Every command about a party once, in an order in which each of them is accepted. */
    public static List<Command> everything() {
        return List.of(
                join(DE_SLEUTEL, PartyKind.INITIATIVE),
                add(DE_SLEUTEL, JOKE, Set.of(Role.CONTACT)));
    }

    /** Every command about a login. */
    public static List<Command> everythingOfLogins() {
        return List.of(bind(JOKE));
    }

    /** A party takes part. */
    public static PartyCommand.Join join(PartyId party, PartyKind kind) {
        return new PartyCommand.Join(party, kind, "De Sleutel", "Breda", THE_ADMINISTRATOR);
    }

    /** Somebody belongs to a party. */
    public static PartyCommand.AddMember add(PartyId party, PersonId member, Set<Role> roles) {
        return new PartyCommand.AddMember(party, member, roles, THE_ADMINISTRATOR);
    }

    static LoginCommand.BindAccount bind(PersonId person) {
        return new LoginCommand.BindAccount(ACCOUNT, person, THE_ADMINISTRATOR);
    }
}

package nl.schakel.command.party;

import java.util.List;
import nl.schakel.access.Refused;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.PersonId;
import nl.schakel.events.account.AccountEvent;

/** A login at an identity provider: bound to one person, once. */
sealed interface Login {

    /** Bound to nobody. */
    record Free() implements Login {}

    /** Van deze mens. */
    record Bound(PersonId person) implements Login {}

    /** The rulebook of this kind. */
    Rulebook<LoginCommand, AccountEvent, Login> RULES =
            new Rulebook<>(
                    "account",
                    LoginCommand.class,
                    AccountEvent.class,
                    new Free(),
                    Login::decide,
                    Login::evolve);

    static List<? extends AccountEvent> decide(LoginCommand command, Login login) {
        return switch (command) {
            case LoginCommand.BindAccount bind -> bind(bind, login);
        };
    }

    static Login evolve(Login login, AccountEvent fact) {
        return switch (fact) {
            case AccountEvent.AccountBound bound -> new Bound(bound.person());
        };
    }

    private static List<AccountEvent> bind(LoginCommand.BindAccount c, Login login) {
        return switch (login) {
            case Free _ -> List.of(new AccountEvent.AccountBound(c.account(), c.person(), c.by()));
            case Bound(var person) when person.equals(c.person()) -> List.of();
            case Bound _ -> throw Refused.because(PartyRefusal.THIS_LOGIN_BELONGS_TO_SOMEONE_ELSE);
        };
    }
}

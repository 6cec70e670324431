package nl.schakel.access;

import nl.schakel.events.PersonId;
import nl.schakel.events.account.AccountEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which person is behind a login.
 *
 * @param person null as long as the login is bound to nobody
 */
public record Account(@Nullable PersonId person) {

    /** A login that nobody bound. */
    public static final Account UNBOUND = new Account(null);

    /** The login after one more fact. */
    public static Account evolve(Account account, AccountEvent fact) {
        return switch (fact) {
            case AccountEvent.AccountBound bound -> new Account(bound.person());
        };
    }
}

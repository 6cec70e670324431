package nl.schakel.access;

import java.util.Optional;
import nl.schakel.events.AccountId;

/** Who is behind a login, by facts; each service answers from what it has. */
public interface Members {

    /** The actor behind this login, acting for nobody yet; empty when it is bound to nobody. */
    Optional<Actor> behind(AccountId account, boolean administrator);
}

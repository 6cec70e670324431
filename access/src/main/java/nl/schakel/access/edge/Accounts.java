package nl.schakel.access.edge;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.events.AccountId;
import nl.schakel.events.PersonId;
import nl.schakel.vault.Vault;

/** Logins by keyed mark: who logs in where is found again, and written nowhere. */
public final class Accounts {

    private final Vault vault;
    private final AccessSettings settings;
    private final Set<PersonId> administrators;

    Accounts(Vault vault, AccessSettings settings) {
        this.vault = vault;
        this.settings = settings;
        this.administrators =
                settings.administrators().stream()
                        .map(subject -> new PersonId(of(subject).value()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The login of a subject at the provider of this deployment. */
    public AccountId of(String subject) {
        return of(settings.trustedIssuer(), subject);
    }

    /** Who may act before any fact says who they are, as the facts that follow name them. */
    public Set<PersonId> administrators() {
        return administrators;
    }

    /** The login of a subject at that provider. */
    public AccountId of(String issuer, String subject) {
        var mark = ByteBuffer.wrap(vault.mark("account", issuer, subject));
        return new AccountId(new UUID(mark.getLong(), mark.getLong()));
    }

    boolean administers(AccountId account) {
        return administrators.contains(new PersonId(account.value()));
    }
}

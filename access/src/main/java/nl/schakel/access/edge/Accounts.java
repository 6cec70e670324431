package nl.schakel.access.edge;

import java.nio.ByteBuffer;
import java.util.UUID;
import nl.schakel.events.AccountId;
import nl.schakel.vault.Vault;

/** Logins by keyed mark: who logs in where is found again, and written nowhere. */
public final class Accounts {

    private final Vault vault;
    private final AccessSettings settings;

    Accounts(Vault vault, AccessSettings settings) {
        this.vault = vault;
        this.settings = settings;
    }

    /** The login of a subject at the provider of this deployment. */
    public AccountId of(String subject) {
        return of(settings.trustedIssuer(), subject);
    }

    AccountId of(String issuer, String subject) {
        var mark = ByteBuffer.wrap(vault.mark("account", issuer, subject));
        return new AccountId(new UUID(mark.getLong(), mark.getLong()));
    }

    boolean administers(String subject) {
        return settings.administrators().contains(subject);
    }
}

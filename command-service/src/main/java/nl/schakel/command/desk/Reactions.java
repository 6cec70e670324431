package nl.schakel.command.desk;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.UUID;
import nl.schakel.command.runtime.Cause;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Host;
import nl.schakel.ledger.DuplicateOnce;
import nl.schakel.ledger.Once;
import nl.schakel.vault.Vault;

/**
 * Sends what a reaction wants; its key follows from reaction and cause, so that it takes effect
 * once.
 */
public final class Reactions {

    private final Host host;
    private final Vault vault;

    /** Sends to this host. */
    public Reactions(Host host, Vault vault) {
        this.host = host;
        this.vault = vault;
    }

    /** Sends it, unless the same cause did before. */
    public void send(String reaction, String cause, Command command) {
        var key = vault.mark("reaction", reaction, cause);
        var correlation =
                UUID.nameUUIDFromBytes((reaction + "/" + cause).getBytes(StandardCharsets.UTF_8));
        try {
            host.send(
                    command,
                    new Cause(new Once(key, key), OptionalLong.empty(), correlation, null, null));
        } catch (DuplicateOnce e) {
            // It took effect already: the task was rung once more after its work was done.
            return;
        }
    }
}

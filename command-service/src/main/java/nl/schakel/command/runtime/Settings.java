package nl.schakel.command.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.schakel.ledger.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment sets.
 *
 * @param database where PostgreSQL is, and a password for each role
 * @param vault where the master key is
 * @param evidence where checkpoints go, and the key that signs them
 * @param defaults what counts where no agreement says otherwise
 */
@ConfigurationProperties("schakel")
public record Settings(
        @DefaultValue DatabaseSettings database,
        @DefaultValue VaultSettings vault,
        @DefaultValue EvidenceSettings evidence,
        @DefaultValue Defaults defaults) {

    /** Where PostgreSQL is, and a password for each role. */
    public record DatabaseSettings(
            @Nullable String url, @DefaultValue Map<String, String> passwords) {

        Database database() {
            return new Database(url == null ? "" : url, passwords);
        }
    }

    /** Where the master key is: a file outside the database. */
    public record VaultSettings(@Nullable Path masterKeyFile) {}

    /**
     * What proves that no fact was changed.
     *
     * @param folder outside the database, where checkpoints are only added
     * @param keyFile the Ed25519 key that signs them
     * @param every at most this long after a fact was written it is under a checkpoint
     * @param witness where a witness listens that is shown each checkpoint; null when none is
     */
    public record EvidenceSettings(
            @Nullable Path folder,
            @Nullable Path keyFile,
            @DefaultValue("2s") Duration every,
            @Nullable URI witness) {}

    /**
     * What counts without an agreement, in working time.
     *
     * @param concernHeardWithin a concern is heard (rule 21)
     * @param urgentHeardWithin an urgent one, or danger, is heard
     * @param ringAgainAfter the last step of a ladder is rung again
     */
    public record Defaults(
            @DefaultValue("4h") Duration concernHeardWithin,
            @DefaultValue("1h") Duration urgentHeardWithin,
            @DefaultValue("1h") Duration ringAgainAfter) {}
}

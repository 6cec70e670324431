package nl.schakel.query.runtime;

import java.nio.file.Path;
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
 * @param evidence where the checkpoints are
 */
@ConfigurationProperties("schakel")
public record Settings(
        @DefaultValue DatabaseSettings database,
        @DefaultValue VaultSettings vault,
        @DefaultValue EvidenceSettings evidence) {

    /** Where PostgreSQL is, and a password for each role. */
    public record DatabaseSettings(
            @Nullable String url, @DefaultValue Map<String, String> passwords) {

        Database database() {
            return new Database(url == null ? "" : url, passwords);
        }
    }

    /** Where the master key is: a file outside the database. */
    public record VaultSettings(@Nullable Path masterKeyFile) {}

    /** Where the signed checkpoints are: a folder outside the database, which is only read here. */
    public record EvidenceSettings(@Nullable Path folder) {}
}

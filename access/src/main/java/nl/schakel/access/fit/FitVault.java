package nl.schakel.access.fit;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import javax.sql.DataSource;
import nl.schakel.vault.MasterKey;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Opens the vault with the master key of this deployment, or refuses to serve. */
public final class FitVault {

    private FitVault() {}

    /** The vault; throws {@link Unfit} when the key is missing, unreadable, or of another vault. */
    public static Vault open(@Nullable Path keyFile, DataSource source, MeterRegistry meters) {
        var vault = new Vault(source, masterKey(keyFile), meters);
        if (!vault.recognises()) {
            throw new Unfit(
                    "The master key does not belong to this database:"
                            + " what was sealed before cannot be opened with it.");
        }
        return vault;
    }

    private static MasterKey masterKey(@Nullable Path file) {
        if (file == null) {
            throw new Unfit(
                    "schakel.vault.master-key-file is not set: say where the master key is.");
        }
        return Unfit.when(() -> MasterKey.read(file));
    }
}

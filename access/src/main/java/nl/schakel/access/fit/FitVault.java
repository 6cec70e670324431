package nl.schakel.access.fit;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import javax.sql.DataSource;
import nl.schakel.vault.ErasureList;
import nl.schakel.vault.MasterKey;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the vault with the master key of this deployment, or refuses to serve. */
public final class FitVault {

    private static final Logger LOG = LoggerFactory.getLogger(FitVault.class);

    private FitVault() {}

    /**
     * The vault, in which what was erased is erased; throws {@link Unfit} when the key is missing,
     * unreadable, or of another vault.
     *
     * @param erased the erasure list, a file outside the database
     */
    public static Vault open(
            @Nullable Path keyFile, Path erased, DataSource source, MeterRegistry meters) {
        var master = masterKey(keyFile);
        var vault = new Vault(source, master, new ErasureList(erased, master), meters);
        if (!vault.recognises()) {
            throw new Unfit(
                    "The master key does not belong to this database:"
                            + " what was sealed before cannot be opened with it.");
        }
        int back = Unfit.when(vault::destroyAgain);
        if (back > 0) {
            LOG.warn("an older database brought back {} keys: they were destroyed again", back);
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

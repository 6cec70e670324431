package nl.schakel.benchmarks.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.ledger.database.Database;
import nl.schakel.standalone.Services.Seals;
import nl.schakel.vault.MasterKey;

/**
 * How services that belong together are told where all is; each listens on any free port.
 *
 * @param database of both
 * @param issuer whose tokens they believe
 * @param keys a folder with master key, sealing key and evidence
 */
public record Deployment(Database database, String issuer, Path keys) {

    private static final String NOBODY = "http://localhost:1";

    /** With keys of its own; nobody has a token. */
    public static Deployment of(Database database) {
        return of(database, NOBODY);
    }

    /** With keys of its own. */
    public static Deployment of(Database database, String issuer) {
        try {
            var keys = Files.createTempDirectory("measured");
            MasterKey.make(keys.resolve("master.key"));
            return new Deployment(database, issuer, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the command line of either service. */
    public List<String> arguments() {
        var seals = Seals.in(keys.resolve("evidence"), keys);
        var arguments = new ArrayList<String>();
        arguments.add("--schakel.vault.master-key-file=" + keys.resolve("master.key"));
        arguments.add("--schakel.evidence.folder=" + seals.folder());
        arguments.add("--schakel.evidence.key-file=" + seals.key());
        arguments.add("--schakel.access.issuer=" + issuer);
        arguments.addAll(List.of("--server.port=0", "--management.server.port=0"));
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--schakel.database.url=" + database.url());
        database.passwords()
                .forEach(
                        (r, word) ->
                                arguments.add("--schakel.database.passwords." + r + "=" + word));
        return List.copyOf(arguments);
    }
}

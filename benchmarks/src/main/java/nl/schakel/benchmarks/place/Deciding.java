package nl.schakel.benchmarks.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.command.CommandService;
import nl.schakel.ledger.database.Database;
import nl.schakel.standalone.Services.Seals;
import nl.schakel.vault.MasterKey;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service that decides, alone, as it is deployed: sealing and deadlines run beside the
 * commands.
 */
public final class Deciding implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Deciding(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Migrates, and starts on any free port; nobody's token is asked for in process. */
    public static Deciding start(Database database) {
        CommandService.migrate(database);
        var arguments = new ArrayList<String>();
        try {
            var keys = Files.createTempDirectory("measured");
            MasterKey.make(keys.resolve("master.key"));
            var seals = Seals.in(keys.resolve("evidence"), keys);
            arguments.add("--schakel.vault.master-key-file=" + keys.resolve("master.key"));
            arguments.add("--schakel.evidence.folder=" + seals.folder());
            arguments.add("--schakel.evidence.key-file=" + seals.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        arguments.add("--schakel.access.issuer=http://localhost:1");
        arguments.addAll(List.of("--server.port=0", "--management.server.port=0"));
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--schakel.database.url=" + database.url());
        database.passwords()
                .forEach(
                        (r, word) ->
                                arguments.add("--schakel.database.passwords." + r + "=" + word));
        return new Deciding(
                CommandService.application()
                        .registerShutdownHook(false)
                        .run(arguments.toArray(String[]::new)));
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}

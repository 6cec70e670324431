package nl.schakel.benchmarks.place;

import java.util.Objects;
import nl.schakel.command.CommandService;
import nl.schakel.ledger.database.Database;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
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

    /** Migrates, and starts; nobody's token is asked for in process. */
    public static Deciding start(Database database) {
        return start(Deployment.of(database));
    }

    /** Migrates, and starts. */
    public static Deciding start(Deployment deployment) {
        CommandService.migrate(deployment.database());
        return new Deciding(
                CommandService.application()
                        .registerShutdownHook(false)
                        .run(deployment.arguments().toArray(String[]::new)));
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Where it listens on loopback. */
    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server).getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}

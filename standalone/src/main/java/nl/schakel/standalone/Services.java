package nl.schakel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.schakel.command.CommandService;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.SealingKey;
import nl.schakel.query.QueryService;
import nl.schakel.standalone.login.DemoLogin;
import nl.schakel.standalone.story.Addresses;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The demo login and both services in one process: separate contexts, separate ports. */
public final class Services implements AutoCloseable {

    private final ConfigurableApplicationContext login;
    private final ConfigurableApplicationContext command;
    private final ConfigurableApplicationContext query;

    private Services(
            ConfigurableApplicationContext login,
            ConfigurableApplicationContext command,
            ConfigurableApplicationContext query) {
        this.login = login;
        this.command = command;
        this.query = query;
    }

    /** Where each of them listens on loopback; 0 chooses a free port. */
    public record Ports(
            int query, int command, int login, int queryManagement, int commandManagement) {

        /** Any free ports. */
        public static final Ports ANY = new Ports(0, 0, 0, 0, 0);
    }

    /** Where checkpoints are added, and the key that signs them. */
    public record Seals(Path folder, Path key) {

        /** Both in this folder; made where they are not there yet. */
        public static Seals in(Path folder, Path keys) {
            try {
                var key = keys.resolve("sealing.key");
                Files.createDirectories(folder);
                if (!Files.exists(key)) {
                    SealingKey.make(key, new Evidence(folder).publicKey());
                }
                return new Seals(folder, key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Migrates, then starts all three; the database must have the role {@code schakel_migrate}. */
    public static Services start(
            Database database, Path masterKey, Seals seals, InstantSource clock, Ports ports) {
        CommandService.migrate(database);
        QueryService.migrate(database);
        var login = run(DemoLogin.application(), List.of("--server.port=" + ports.login()));
        var common = new ArrayList<String>();
        common.add("--schakel.access.issuer=http://localhost:" + port(login));
        common.add("--schakel.access.administrators=beheer");
        common.add("--schakel.vault.master-key-file=" + masterKey);
        common.add("--schakel.evidence.folder=" + seals.folder());
        common.add("--schakel.evidence.key-file=" + seals.key());
        common.add("--schakel.database.url=" + database.url());
        database.passwords()
                .forEach((role, p) -> common.add("--schakel.database.passwords." + role + "=" + p));
        var command =
                run(
                        timed(CommandService.application(), clock),
                        with(common, ports.command(), ports.commandManagement()));
        var showing = with(common, ports.query(), ports.queryManagement());
        showing.add("--schakel.commands=http://localhost:" + port(command));
        showing.add("--schakel.login.client-secret=demo");
        var query = run(timed(QueryService.application(), clock), showing);
        return new Services(login, command, query);
    }

    /** Where they listen. */
    public Addresses addresses() {
        return Addresses.onLoopback(port(query), port(command), port(login));
    }

    /** The context of the login, to look behind its walls. */
    public ConfigurableApplicationContext login() {
        return login;
    }

    /** The context of the service that decides, to look behind its walls. */
    public ConfigurableApplicationContext command() {
        return command;
    }

    /** The context of the service that shows, to look behind its walls. */
    public ConfigurableApplicationContext query() {
        return query;
    }

    /** Closes what asks first, and what is asked last. */
    @Override
    public void close() {
        query.close();
        command.close();
        login.close();
    }

    private static List<String> with(List<String> common, int port, int managementPort) {
        var all = new ArrayList<>(common);
        all.add("--server.address=127.0.0.1");
        all.add("--server.port=" + port);
        all.add("--management.server.port=" + managementPort);
        return all;
    }

    private static SpringApplicationBuilder timed(
            SpringApplicationBuilder application, InstantSource clock) {
        return application.initializers(
                context ->
                        ((GenericApplicationContext) context)
                                .registerBean(InstantSource.class, () -> clock));
    }

    private static ConfigurableApplicationContext run(
            SpringApplicationBuilder application, List<String> arguments) {
        return application.registerShutdownHook(false).run(arguments.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }
}

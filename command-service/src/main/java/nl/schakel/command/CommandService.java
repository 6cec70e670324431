package nl.schakel.command;

import java.util.Arrays;
import java.util.Map;
import nl.schakel.access.edge.Edge;
import nl.schakel.command.runtime.Rooms;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The service that decides. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@Import(Edge.class)
public class CommandService {

    /** Serves; with {@code --migrate} only brings the schemas up to date. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--migrate")) {
            migrateAsConfigured(arguments);
        } else {
            application().run(arguments);
        }
    }

    /** The application, for who runs it beside others in one process. */
    public static SpringApplicationBuilder application() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new SpringApplicationBuilder(CommandService.class)
                .properties("spring.config.name=command-service");
    }

    /** Brings the schemas up to date, and gives each role its password. */
    public static void migrate(Database database) {
        Schemas.migrate(database, Rooms.ALL);
    }

    private static void migrateAsConfigured(String[] arguments) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("spring.config.name", "command-service"));
        try (var context = application.run(arguments)) {
            var binder = Binder.get(context.getEnvironment());
            var url = binder.bind("schakel.database.url", String.class).get();
            var passwords =
                    binder.bind(
                                    "schakel.database.passwords",
                                    Bindable.mapOf(String.class, String.class))
                            .get();
            migrate(new Database(url, passwords));
        }
    }

    private static final class Nothing {}
}

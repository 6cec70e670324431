package nl.schakel.query;

import java.sql.SQLException;
import java.util.Map;
import nl.schakel.access.edge.Edge;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas;
import nl.schakel.query.rebuild.Step;
import nl.schakel.query.runtime.Rooms;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.StringUtils;

/** The service that remembers and shows. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@Import(Edge.class)
public class QueryService {

    /**
     * Serves; with {@code --migrate} only brings the schemas and rows up to date, with {@code
     * --rebuild} or {@code --rebuild=path,bell} makes read models anew, with {@code --compare} or
     * {@code --compare=path,bell} compares them with the ledger.
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        var asked = new SimpleCommandLinePropertySource(arguments);
        if (asked.containsProperty("migrate")) {
            migrate(configured(arguments, "info"));
        } else if (asked.containsProperty("rebuild")) {
            var names = StringUtils.commaDelimitedListToSet(asked.getProperty("rebuild"));
            System.exit(new Step(configured(arguments, "warn"), System.out).rebuild(names));
        } else if (asked.containsProperty("compare")) {
            var names = StringUtils.commaDelimitedListToSet(asked.getProperty("compare"));
            System.exit(new Step(configured(arguments, "warn"), System.out).compare(names));
        } else {
            application().run(arguments);
        }
    }

    /** The application, for who runs it beside others in one process. */
    public static SpringApplicationBuilder application() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new SpringApplicationBuilder(QueryService.class)
                .properties("spring.config.name=query-service");
    }

    /**
     * Brings the schemas up to date, gives each role its password, and rebuilds what changed shape.
     */
    public static void migrate(Database database) {
        Schemas.migrate(database, Rooms.ALL);
        new Step(database, System.out).migrate();
    }

    /** Where the database is; a step whose own words count logs from this level on. */
    private static Database configured(String[] arguments, String level) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(
                Map.of("spring.config.name", "query-service", "logging.level.root", level));
        try (var context = application.run(arguments)) {
            var binder = Binder.get(context.getEnvironment());
            var url = binder.bind("schakel.database.url", String.class).get();
            var passwords =
                    binder.bind(
                                    "schakel.database.passwords",
                                    Bindable.mapOf(String.class, String.class))
                            .get();
            return new Database(url, passwords);
        }
    }

    private static final class Nothing {}
}

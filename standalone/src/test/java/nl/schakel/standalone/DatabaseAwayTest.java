package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.standalone.Access.Route;
import nl.schakel.standalone.Wire.Said;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database goes away and comes back: nobody is lied to, nothing is lost, all goes on by itself.
 */
final class DatabaseAwayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void while_it_is_away_everything_says_so_and_afterwards_everything_is_there() throws Exception {
        try (var town = Town.apart();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var access = Access.underWay(town);
            var questions = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
            until(() -> ready(town) == 200);
            var goOn = new AtomicBoolean(true);
            var told = people.submit(() -> tellingAllTheTime(questions, goOn));
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());

            goesAway(town.database());
            try {
                saysSo(town, access.routes(), people);
            } finally {
                comesBack(town.database());
                goOn.set(false);
            }
            until(() -> ready(town) == 200);
            var acknowledged = told.get();
            assertThat(acknowledged).hasSizeGreaterThan(3);
            until(() -> questions.path("samira").status() == 200);
            assertThat(asked(questions)).containsExactlyElementsOf(acknowledged);
            town.level();
            Afresh.everyViewIsAsIfFoldedAfresh(town);
        }
    }

    private static void saysSo(Town town, List<Route> routes, ExecutorService people)
            throws Exception {
        for (var said : everything(town, routes, people)) {
            assertThat(said.status()).as(said.text()).isEqualTo(503);
            assertThat(said.problem()).isIn("even-niet-bereikbaar", "uitkomst-onbekend");
            assertThat(said.header("Retry-After")).isEqualTo("2");
        }
        until(() -> ready(town) == 503);
        assertThat(health(town.services().command(), "liveness")).isEqualTo(200);
        assertThat(health(town.services().query(), "liveness")).isEqualTo(200);
    }

    /** Asks one question after another, each again with the same key until it is acknowledged. */
    private static List<String> tellingAllTheTime(Handover handover, AtomicBoolean goOn) {
        var told = new ArrayList<String>();
        while (goOn.get()) {
            var question = "Vraag " + told.size();
            var key = Handover.key();
            var path = "/v1/verwijzingen/" + handover.referral + "/vragen";
            var headers = Map.of("Idempotency-Key", key);
            var voice = handover.town.voice("joke");
            until(
                    () -> {
                        var status = voice.post(path, Map.of("vraag", question), headers).status();
                        assertThat(status).isIn(201, 503);
                        return status == 201;
                    });
            told.add(question);
        }
        return told;
    }

    private static List<String> asked(Handover handover) {
        return handover.path("samira")
                .body()
                .required("schakelmomenten")
                .valueStream()
                .filter(moment -> moment.required("soort").stringValue().equals("vraag-gesteld"))
                .map(moment -> moment.required("waarom").stringValue())
                .toList();
    }

    private static List<Said> everything(Town town, List<Route> routes, ExecutorService people)
            throws Exception {
        var asked = new ArrayList<Future<Said>>();
        for (var route : routes) {
            asked.add(people.submit(() -> Wire.knock(town, route)));
        }
        var answers = new ArrayList<Said>();
        for (var one : asked) {
            answers.add(one.get());
        }
        return answers;
    }

    /** 200 when both are ready, 503 when neither is. */
    private static int ready(Town town) {
        var command = health(town.services().command(), "readiness");
        var query = health(town.services().query(), "readiness");
        return command == query ? command : 0;
    }

    private static int health(ApplicationContext service, String group) {
        var port = service.getEnvironment().getRequiredProperty("local.management.port");
        return Wire.ask("GET", "http://localhost:" + port + "/actuator/health/" + group, null)
                .status();
    }

    private static void goesAway(Database database) {
        var outside = outside(database);
        outside.sql("ALTER DATABASE " + name(database) + " ALLOW_CONNECTIONS false").update();
        outside.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                .param(name(database))
                .query(Boolean.class)
                .list();
    }

    private static void comesBack(Database database) {
        outside(database)
                .sql("ALTER DATABASE " + name(database) + " ALLOW_CONNECTIONS true")
                .update();
    }

    private static JdbcClient outside(Database database) {
        var url = database.url().replace("/" + name(database), "/postgres");
        return TestPostgres.superuser(new Database(url, Map.of()));
    }

    private static String name(Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}

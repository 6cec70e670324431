package nl.schakel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.standalone.Services.Ports;
import nl.schakel.standalone.Services.Seals;
import nl.schakel.standalone.story.Neighbourhood;
import nl.schakel.standalone.story.Voice;
import nl.schakel.vault.MasterKey;
import org.jspecify.annotations.Nullable;

/**
 * Both services and the login on a real database, with the neighbourhood moved in; one a process.
 */
public final class Town implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    private static @Nullable Town only;

    private final Database database;
    private final SeedingClock clock = SeedingClock.at(Instant.parse("2026-03-02T09:00:00Z"));
    private final Services services;
    private final Neighbourhood here;

    private Town(Database database) {
        this.database = database;
        try {
            var key = Files.createTempDirectory("schakel").resolve("master.key");
            MasterKey.make(key);
            services =
                    Services.start(
                            database,
                            key,
                            Seals.in(key.resolveSibling("evidence"), key.resolveSibling("")),
                            clock,
                            Ports.ANY);
            here = new Neighbourhood(services.addresses());
            here.moveIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one town of this process; nobody closes it, it ends with the process. */
    public static synchronized Town town() {
        if (only == null) {
            only = apart();
        }
        return only;
    }

    /** Another one, with a database that may be harmed. */
    static Town apart() {
        return on(TestPostgres.empty());
    }

    /** Another one, on a database that is there and empty. */
    static Town on(Database database) {
        return new Town(database);
    }

    @Override
    public void close() {
        services.close();
    }

    /** Somebody who speaks. */
    public Voice voice(String persona) {
        return here.voice(persona);
    }

    /** The person behind a persona. */
    public UUID person(String persona) {
        return here.person(persona);
    }

    /** A party by its name. */
    public UUID party(String name) {
        return here.party(name);
    }

    /** Somebody new, known at the party of this persona, without a login. */
    public UUID newcomer(String by) {
        var name = "Nieuw " + NEWCOMERS.incrementAndGet();
        var body = Map.of("naam", name, "roepnaam", name, "buurt", "Noord");
        return voice(by).tell(UUID.randomUUID().toString(), "/v1/inwoners", body).id();
    }

    /** Lets time pass; what falls due on the way happens soon, not at once. */
    public void later(Duration passed) {
        clock.advance(clock.instant().plus(passed));
    }

    /** The time in this town. */
    public Instant now() {
        return clock.instant();
    }

    /** Waits until every fold of both services has taken in all there is. */
    public void level() {
        var both = List.of(services.command(), services.query());
        for (var context : both) {
            if (!context.getBean(Folds.class).awaitHead(PATIENCE)) {
                throw new AssertionError("not level in time");
            }
        }
    }

    /** Both services, to look behind their walls. */
    public Services services() {
        return services;
    }

    /** Their database, to look behind its walls. */
    public Database database() {
        return database;
    }
}

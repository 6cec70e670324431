package nl.schakel.command.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import nl.schakel.access.edge.Stopped;
import nl.schakel.command.Direction;
import nl.schakel.command.People;
import nl.schakel.command.person.PersonStory;
import nl.schakel.ledger.OutcomeUnknown;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad moments: an outcome that nobody knows is never taken for success (P16). */
final class HostInTroubleTest {

    private static final Command REGISTER =
            PersonStory.register(People.HANS, Direction.PROFESSIONAL_TO_INITIATIVE.asking().by());

    private final Database database = TestPostgres.fresh(Room.LEDGER);
    private final JdbcClient superuser = TestPostgres.superuser(database);

    @Test
    void a_connection_lost_at_commit_leaves_the_outcome_unknown_and_the_next_command_works()
            throws Exception {
        try (var hosting = new Hosting(database);
                var holding = locked()) {
            var waiting = begun(() -> hosting.send(REGISTER));
            await(() -> !waiters("pg_terminate_backend(pid)").isEmpty());
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(OutcomeUnknown.class);
            unlock(holding);
            assertThat(hosting.send(REGISTER)).isEqualTo(new Receipt(1, 1));
        }
    }

    @Test
    void who_is_interrupted_while_committing_does_not_know_the_outcome() throws Exception {
        try (var hosting = new Hosting(database);
                var holding = locked()) {
            var answer = new FutureTask<>(() -> hosting.send(REGISTER));
            var caller = Thread.ofPlatform().start(answer);
            await(() -> !waiters("true").isEmpty());
            caller.interrupt();
            assertThatThrownBy(answer::get).hasCauseInstanceOf(OutcomeUnknown.class);
            unlock(holding);
            await(() -> hosting.reader.head() == 1);
            assertThat(hosting.send(REGISTER)).isEqualTo(new Receipt(1, 1));
        }
    }

    @Test
    void who_comes_while_a_history_is_busy_is_asked_to_come_again() throws Exception {
        try (var hosting = new Hosting(database, new Wiring().bus(), Duration.ofMillis(100));
                var holding = locked()) {
            var first = begun(() -> hosting.send(REGISTER));
            await(() -> !waiters("true").isEmpty());
            assertThatThrownBy(() -> hosting.send(REGISTER))
                    .isInstanceOf(Stopped.class)
                    .hasMessage("even-niet-bereikbaar");
            unlock(holding);
            assertThat(first.get()).isEqualTo(new Receipt(1, 1));
        }
    }

    @Test
    void a_wait_that_took_too_long_is_no_success() {
        try (var hosting = new Hosting(database, silent(), Duration.ofMillis(50))) {
            assertThatThrownBy(() -> hosting.send(REGISTER))
                    .isInstanceOf(Stopped.class)
                    .hasMessage("uitkomst-onbekend");
        }
    }

    @Test
    void a_wait_that_was_interrupted_is_no_success() throws Exception {
        try (var hosting = new Hosting(database, silent(), Duration.ofMinutes(1))) {
            var answer = new FutureTask<>(() -> hosting.send(REGISTER));
            var caller = Thread.ofPlatform().start(answer);
            await(() -> caller.getState() == Thread.State.TIMED_WAITING);
            caller.interrupt();
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(Stopped.class)
                    .hasRootCauseMessage("uitkomst-onbekend");
        }
    }

    @Test
    void a_decision_that_never_comes_to_a_commit_is_no_success() {
        var bus = new Wiring().bus();
        bus.subscribe(REGISTER.getClass().getName(), _ -> new CompletableFuture<Receipt>());
        var dispatch = new Dispatch(bus, Duration.ofMillis(50));
        assertThatThrownBy(() -> dispatch.send(REGISTER, Hosting.cause(null, OptionalLong.empty())))
                .isInstanceOf(Stopped.class)
                .hasMessage("uitkomst-onbekend");
    }

    /** A real bus whose workers never come. */
    private static AsynchronousCommandBus silent() {
        return AsynchronousCommandBus.builder().executor(_ -> {}).build();
    }

    private Connection locked() throws SQLException {
        var holding = database.alone("append");
        holding.createStatement().execute("SELECT pg_advisory_lock(5351720)");
        return holding;
    }

    private static void unlock(Connection holding) throws SQLException {
        holding.createStatement().execute("SELECT pg_advisory_unlock(5351720)");
    }

    private List<Boolean> waiters(String and) {
        return superuser
                .sql(
                        "SELECT "
                                + and
                                + " FROM pg_locks JOIN pg_database d ON d.oid = database"
                                + " AND d.datname = current_database()"
                                + " WHERE locktype = 'advisory' AND NOT granted")
                .query((row, _) -> row.getBoolean(1))
                .list();
    }

    private static <T> Future<T> begun(Callable<T> work) {
        var answer = new FutureTask<>(work);
        Thread.ofVirtual().start(answer);
        return answer;
    }

    private static void await(BooleanSupplier happened) {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}

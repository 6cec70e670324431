package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.NOW;
import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nl.schakel.events.PersonId;
import nl.schakel.events.contact.ContactEvent.CameBack;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is due rings once, on the given clock, unless what it waits for has happened. */
final class DeadlinesTest {

    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final Database database = Following.database();
    private final Appending ledger = new Appending(database);
    private final Waiting waiting = new Waiting();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Following spare = new Following(database, "spare");
    private final Deadlines deadlines =
            new Deadlines(spare.source, "query", "one", clock::get, List.of(waiting), meters);
    private final Following process =
            new Following(database, "one", deadlines.folds().toArray(Fold[]::new));

    @AfterEach
    void close() {
        process.close();
        deadlines.close();
        spare.close();
        ledger.close();
    }

    @Test
    void what_is_due_rings_when_the_given_clock_says_so_and_once() {
        start();
        var early = someone();
        register(early);
        pass(THREE_DAYS.minusSeconds(1));
        var late = someone();
        register(late);
        assertThat(waiting.rung).isEmpty();
        pass(Duration.ofSeconds(1));
        until("the first rings", () -> !waiting.rung.isEmpty());
        until("and is done with", () -> deadlines.open().size() == 1);
        assertThat(waiting.rung).containsExactly(late(early));
        assertThat(deadlines.open()).containsExactly(late(late));
        pass(THREE_DAYS);
        until("the second rings", () -> deadlines.open().isEmpty());
        assertThat(waiting.rung).containsExactly(late(early), late(late));
    }

    @Test
    void what_happened_in_time_is_not_due_any_more() {
        start();
        var answered = someone();
        var silent = someone();
        register(answered);
        register(silent);
        ledger.append(0, null, new CameBack(answered, Appending.by()));
        until("it is settled", () -> deadlines.open().equals(List.of(late(silent))));
        pass(THREE_DAYS);
        until("the other rings", () -> deadlines.open().isEmpty());
        assertThat(waiting.rung).containsExactly(late(silent));
    }

    @Test
    void the_same_fact_twice_makes_no_second_task() {
        start();
        var person = someone();
        register(person);
        var recorded = ledger.reader.at(1).orElseThrow();
        deadlines.folds().getFirst().take(recorded, JdbcClient.create(spare.source));
        assertThat(deadlines.open()).containsExactly(late(person));
        assertThat(meters.get("schakel.deadlines.open").gauge().value()).isEqualTo(1);
    }

    @Test
    void a_reaction_that_fails_is_tried_again() {
        start();
        waiting.failures.set(2);
        var person = someone();
        register(person);
        pass(THREE_DAYS);
        until(
                "it rings a third time",
                () -> {
                    pass(Duration.ofSeconds(1));
                    return waiting.rung.size() == 3;
                });
        until("and is done with", () -> deadlines.open().isEmpty());
        assertThat(waiting.rung).hasSize(3).containsOnly(late(person));
    }

    @Test
    void a_reaction_acts_outside_any_unit_of_work() {
        start();
        register(someone());
        pass(THREE_DAYS);
        until("it rings", () -> !waiting.rung.isEmpty());
        assertThat(waiting.inUnitOfWork).containsExactly(false);
    }

    @Test
    void a_task_carries_nothing_but_its_id() {
        start();
        var person = someone();
        register(person);
        assertThat(
                        TestPostgres.superuser(database)
                                .sql(
                                        "SELECT task_instance, coalesce(length(task_data), 0)"
                                                + " FROM query.scheduled_tasks")
                                .query((row, _) -> row.getString(1) + " " + row.getInt(2))
                                .list())
                .containsExactly(late(person) + " 0");
    }

    @Test
    void a_task_is_made_in_the_transaction_of_its_fold_or_not_at_all() {
        var person = someone();
        ledger.append(0, null, registered(person));
        var recorded = ledger.reader.at(1).orElseThrow();
        var rows = JdbcClient.create(spare.source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(spare.source));
        transaction.executeWithoutResult(
                work -> {
                    deadlines.folds().getFirst().take(recorded, rows);
                    work.setRollbackOnly();
                });
        assertThat(deadlines.open()).isEmpty();
        transaction.executeWithoutResult(_ -> deadlines.folds().getFirst().take(recorded, rows));
        assertThat(deadlines.open()).containsExactly(late(person));
    }

    @Test
    void two_processes_ring_once() {
        var other = new Following(database, "other", deadlines.folds().toArray(Fold[]::new));
        try (other;
                var second =
                        new Deadlines(
                                spare.source,
                                "query",
                                "two",
                                clock::get,
                                List.of(waiting),
                                new SimpleMeterRegistry())) {
            start();
            other.started();
            second.start();
            for (int i = 0; i < 20; i++) {
                register(someone());
            }
            pass(THREE_DAYS);
            until("all are done with", () -> deadlines.open().isEmpty());
            assertThat(waiting.rung).hasSize(20).doesNotHaveDuplicates();
        }
    }

    private void start() {
        process.started();
        deadlines.start();
    }

    private void register(PersonId person) {
        ledger.append(0, null, registered(person));
        until("it is due", () -> deadlines.open().contains(late(person)));
    }

    private void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    private static String late(PersonId person) {
        return "late:" + person.value();
    }

    /** Three days after somebody registered, unless she came back before. */
    private final class Waiting implements Reaction {

        private final Queue<String> rung = new ConcurrentLinkedQueue<>();
        private final Queue<Boolean> inUnitOfWork = new ConcurrentLinkedQueue<>();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public String name() {
            return "when-late";
        }

        @Override
        public Set<String> kinds() {
            return Set.of();
        }

        @Override
        public List<Change> changes(Recorded recorded) {
            return switch (recorded.fact()) {
                case PersonRegistered r ->
                        List.of(new Change.Due(late(r.person()), clock.get().plus(THREE_DAYS)));
                case CameBack back -> List.of(new Change.Settled(late(back.member())));
                default -> List.of();
            };
        }

        @Override
        public void due(String id) {
            rung.add(id);
            inUnitOfWork.add(CurrentUnitOfWork.isStarted());
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
        }
    }
}

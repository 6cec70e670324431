package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.joined;
import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.contact.ContactEvent.CameBack;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.Samples;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The runner takes in every fact once, in the order of its person, and lets no wait last. */
final class FoldsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Database database = Following.database();
    private final Appending ledger = new Appending(database);
    private final Seen seen = new Seen("seen");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void what_is_appended_is_taken_in_once_whatever_it_is_about() {
        try (var process = new Following(database, "one", seen).started()) {
            for (int i = 0; i < 50; i++) {
                ledger.append(0, null, registered(someone()));
                ledger.append(0, null, joined(new PartyId(UUID.randomUUID())));
            }
            until("all is taken in", () -> seen.positions(database).size() >= 100);
            assertThat(seen.positions(database)).containsExactlyInAnyOrderElementsOf(upTo(100));
            until("the process says so", process.folds::following);
        }
    }

    @Test
    void every_fact_has_a_key_and_without_a_person_it_is_its_history() {
        assertThat(Samples.kinds().map(Samples::of))
                .allSatisfy(
                        fact -> {
                            var person = fact.person();
                            assertThat(recorded(fact.stream().id(), fact).key())
                                    .isEqualTo(
                                            person == null ? fact.stream().id() : person.value());
                        });
    }

    @Test
    void two_facts_of_one_person_are_taken_in_one_after_the_other_in_their_order() {
        var people = Stream.generate(Appending::someone).limit(6).toList();
        var inside = new ConcurrentHashMap<UUID, AtomicInteger>();
        var together = new ConcurrentLinkedQueue<UUID>();
        seen.afterwards(
                (recorded, _) -> {
                    var now = inside.computeIfAbsent(recorded.key(), _ -> new AtomicInteger());
                    if (now.incrementAndGet() > 1) {
                        together.add(recorded.key());
                    }
                    LockSupport.parkNanos(300_000);
                    now.decrementAndGet();
                });
        try (var process = new Following(database, "one", seen).started()) {
            for (int i = 0; i < 20; i++) {
                for (var person : people) {
                    ledger.append(i, null, registered(person));
                    ledger.append(i, null, new CameBack(person, Appending.by()));
                }
            }
            people.forEach(person -> assertThat(taken(process, person)).isTrue());
        }
        assertThat(together).isEmpty();
        assertThat(people)
                .allSatisfy(
                        person ->
                                assertThat(seen.positions(database, person.value()))
                                        .hasSize(40)
                                        .isSorted());
    }

    @Test
    void nothing_is_skipped_and_nothing_comes_twice_over_many_restarts() {
        for (int restart = 0; restart < 10; restart++) {
            try (var process = new Following(database, "one", seen).started()) {
                for (int i = 0; i < 12; i++) {
                    ledger.append(0, null, registered(someone()));
                }
                assertThat(process.folds.parked()).isEmpty();
            }
        }
        try (var process = new Following(database, "one", seen).started()) {
            until("all is taken in", () -> seen.positions(database).size() >= 120);
            assertThat(seen.positions(database)).containsExactlyInAnyOrderElementsOf(upTo(120));
            assertThat(process.folds.parked()).isEmpty();
        }
    }

    @Test
    void a_fold_that_is_new_takes_in_all_that_happened_before() {
        for (int i = 0; i < 30; i++) {
            ledger.append(0, null, registered(someone()));
        }
        var late = new Seen("late");
        try (var _ = new Following(database, "one", seen, late).started()) {
            until("all is taken in", () -> late.positions(database).size() >= 30);
            assertThat(late.positions(database)).containsExactlyInAnyOrderElementsOf(upTo(30));
        }
    }

    @Test
    void a_token_that_is_set_back_changes_nothing() {
        try (var _ = new Following(database, "one", seen).started()) {
            for (int i = 0; i < 40; i++) {
                ledger.append(0, null, registered(someone()));
            }
            until("all is taken in", () -> seen.positions(database).size() >= 40);
        }
        TestPostgres.superuser(database)
                .sql(
                        "UPDATE query.token_entry SET token = convert_to('{\"globalIndex\":0}', 'UTF8')"
                                + " WHERE processorname = 'seen'")
                .update();
        try (var process = new Following(database, "two", seen).started()) {
            var last = someone();
            ledger.append(0, null, registered(last));
            assertThat(taken(process, last)).isTrue();
            until("it is level again", () -> gauge(process, "schakel.fold.lag") == 0);
        }
        assertThat(seen.positions(database)).containsExactlyInAnyOrderElementsOf(upTo(41));
    }

    @Test
    void who_waits_for_what_does_not_come_is_told_so_in_time() {
        try (var process = new Following(database, "one", seen).started()) {
            long before = System.nanoTime();
            assertThat(process.folds.await("seen", UUID.randomUUID(), 1, Duration.ofMillis(300)))
                    .isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
        }
    }

    @Test
    void who_is_interrupted_while_waiting_is_told_that_it_did_not_come() throws Exception {
        try (var process = new Following(database, "one", seen).started()) {
            var answer = new ConcurrentLinkedQueue<Boolean>();
            var waiting =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        answer.add(
                                                process.folds.await(
                                                        "seen", UUID.randomUUID(), 1, SOON));
                                        answer.add(Thread.currentThread().isInterrupted());
                                    });
            until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
            waiting.interrupt();
            assertThat(waiting.join(Duration.ofSeconds(3))).isTrue();
            assertThat(answer).containsExactly(false, true);
        }
    }

    @Test
    void lag_is_told_in_facts_and_in_seconds_and_is_nothing_when_level() {
        var longAgo = Instant.now().minusSeconds(40);
        var by = new By(someone(), null, null, longAgo, longAgo);
        List.of(someone(), someone(), someone())
                .forEach(person -> ledger.append(0, null, new PersonRegistered(person, by)));
        try (var process = new Following(database, "one", seen)) {
            assertThat(gauge(process, "schakel.fold.lag")).isEqualTo(3);
            assertThat(gauge(process, "schakel.fold.age")).isBetween(40.0, 100.0);
            process.started();
            until("it is level", () -> seen.positions(database).size() == 3);
            until("it says so", () -> gauge(process, "schakel.fold.lag") == 0);
            assertThat(gauge(process, "schakel.fold.age")).isZero();
            assertThat(gauge(process, "schakel.fold.position")).isEqualTo(3);
        }
    }

    private boolean taken(Following process, PersonId person) {
        return process.folds.await("seen", person.value(), ledger.reader.lastOf(person), SOON);
    }

    private static double gauge(Following process, String name) {
        return process.meters.get(name).tag("fold", "seen").gauge().value();
    }

    private static Recorded recorded(UUID event, Fact fact) {
        return new Recorded(1, fact.stream(), 0, event, fact, null);
    }

    private static Iterable<Long> upTo(long head) {
        return LongStream.rangeClosed(1, head).boxed().toList();
    }
}

package nl.schakel.ledger;

import static nl.schakel.ledger.Appending.joined;
import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.party.Role;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

final class LedgerTest {

    private final Database database = TestPostgres.fresh(Room.LEDGER);

    @Test
    void what_was_appended_is_read_back_as_it_was() {
        try (var one = new Appending(database)) {
            var person = someone();
            one.append(0, null, registered(person));
            assertThat(one.reader.stream(person.stream(), -1))
                    .extracting(Recorded::fact)
                    .containsExactly(registered(person));
            assertThat(one.reader.lastOf(person)).isEqualTo(one.reader.head()).isEqualTo(1);
        }
    }

    @Test
    void two_processes_write_gapless_positions_and_no_fact_is_lost() throws Exception {
        try (var one = new Appending(database);
                var two = new Appending(database);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new ArrayList<Future<?>>();
            for (int i = 0; i < 600; i++) {
                var ledger = i % 2 == 0 ? one : two;
                written.add(writers.submit(() -> ledger.append(0, null, registered(someone()))));
            }
            for (var each : written) {
                each.get();
            }
            var positions =
                    one.reader.after(0, 1_000, Set.of()).stream().map(Recorded::position).toList();
            assertThat(positions)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
        }
    }

    @Test
    void of_two_decisions_on_one_state_one_wins_and_the_other_is_told() throws Exception {
        try (var one = new Appending(database);
                var two = new Appending(database);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                var person = someone();
                Callable<String> first = () -> tried(one, person.value());
                Callable<String> second = () -> tried(two, person.value());
                var outcomes =
                        writers.invokeAll(List.of(first, second)).stream()
                                .map(LedgerTest::joinedUp)
                                .sorted()
                                .toList();
                assertThat(outcomes).containsExactly("conflict", "taken");
                assertThat(one.reader.versionOf(person.stream())).isEqualTo(1);
            }
        }
    }

    @Test
    void the_same_key_has_one_effect() {
        try (var one = new Appending(database)) {
            var once = new Once(key("k"), key("r"));
            var first = someone();
            one.append(0, once, registered(first));
            assertThatThrownBy(() -> one.append(0, once, registered(someone())))
                    .isInstanceOf(DuplicateOnce.class);
            assertThat(one.reader.byKey(key("k")))
                    .hasValueSatisfying(
                            decided -> {
                                assertThat(decided.stream()).isEqualTo(first.stream());
                                assertThat(decided.version()).isEqualTo(1);
                                assertThat(decided.request()).isEqualTo(key("r"));
                            });
            assertThat(one.reader.head()).isEqualTo(1);
        }
    }

    @Test
    void a_decision_of_several_facts_goes_whole_or_not_at_all() {
        try (var one = new Appending(database)) {
            var party = new PartyId(UUID.randomUUID());
            var member =
                    new PartyEvent.MemberAdded(
                            party, someone(), Set.of(Role.CONTACT), Appending.by());
            one.append(0, null, joined(party), member);
            assertThatThrownBy(() -> one.append(1, null, member, member))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(one.reader.versionOf(party.stream())).isEqualTo(2);
        }
    }

    @Test
    void a_gap_in_a_history_is_a_conflict() {
        try (var one = new Appending(database)) {
            assertThatThrownBy(() -> one.append(3, null, registered(someone())))
                    .isInstanceOf(ConcurrencyException.class);
        }
    }

    @Test
    void a_bad_decision_does_not_take_its_neighbours_down() throws Exception {
        try (var one = new Appending(database);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var good = new ArrayList<Future<?>>();
            var bad = new ArrayList<Future<?>>();
            for (int i = 0; i < 40; i++) {
                good.add(writers.submit(() -> one.append(0, null, registered(someone()))));
                bad.add(writers.submit(() -> one.append(0, null, fromTheFuture())));
            }
            for (var each : good) {
                each.get();
            }
            assertThat(bad)
                    .allSatisfy(
                            each ->
                                    assertThatThrownBy(each::get)
                                            .isInstanceOf(ExecutionException.class));
            assertThat(one.reader.head()).isEqualTo(40);
        }
    }

    @Test
    void a_connection_lost_at_commit_leaves_the_outcome_unknown_and_the_next_one_works()
            throws Exception {
        try (var one = new Appending(database);
                var holding = database.alone("append");
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            holding.createStatement().execute("SELECT pg_advisory_lock(5351720)");
            var waiting = writers.submit(() -> one.append(0, null, registered(someone())));
            terminateWhoWaits();
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(OutcomeUnknown.class);
            holding.createStatement().execute("SELECT pg_advisory_unlock(5351720)");
            var person = someone();
            one.append(0, null, registered(person));
            assertThat(one.reader.lastOf(person)).isEqualTo(1);
        }
    }

    private void terminateWhoWaits() throws InterruptedException {
        var superuser = TestPostgres.superuser(database);
        long until = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < until) {
            var killed =
                    superuser
                            .sql(
                                    "SELECT pg_terminate_backend(pid) FROM pg_locks"
                                            + " WHERE locktype = 'advisory' AND NOT granted")
                            .query(Boolean.class)
                            .list();
            if (!killed.isEmpty()) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waited");
    }

    private static PersonRegistered fromTheFuture() {
        var by = new By(someone(), null, null, Appending.NOW, Appending.NOW.plusSeconds(9));
        return new PersonRegistered(someone(), by);
    }

    private static String tried(Appending ledger, UUID person) {
        try {
            ledger.append(0, null, registered(new PersonId(person)));
            return "taken";
        } catch (ConcurrencyException e) {
            return "conflict";
        }
    }

    private static String joinedUp(Future<String> outcome) {
        return outcome.resultNow();
    }

    private static byte[] key(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32);
    }
}

package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes share the segments on one database; what one appends, the other hears at once. */
final class TwoProcessesTest {

    private final Database database = Following.database();
    private final Appending ledger = new Appending(database);
    private final Seen seen = new Seen("seen");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void nothing_is_lost_or_doubled_when_two_start_at_once_and_one_leaves() throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Following> one = () -> new Following(database, "one", seen).started();
            Callable<Following> two = () -> new Following(database, "two", seen).started();
            var started = hands.invokeAll(List.of(one, two));
            var first = started.getFirst().get();
            var second = started.getLast().get();
            var people = Stream.generate(Appending::someone).limit(10).toList();
            append(people, 0, 20);
            until("both say that all is held", () -> following(first) && following(second));
            var holder = gauge(first, "schakel.fold.position") > 0 ? first : second;
            holder.close();
            append(people, 20, 40);
            until("all is taken in", () -> seen.positions(database).size() >= 400);
            first.close();
            second.close();
            assertThat(seen.positions(database))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 400).boxed().toList());
            assertThat(people)
                    .allSatisfy(
                            person ->
                                    assertThat(seen.positions(database, person.value()))
                                            .isSorted());
        }
    }

    @Test
    void another_process_hears_of_a_fact_well_under_a_second() {
        try (var process = new Following(database, "other", seen).started()) {
            taken(process);
            var times = new ArrayList<Duration>();
            for (int i = 0; i < 50; i++) {
                times.add(taken(process));
            }
            times.sort(Duration::compareTo);
            assertThat(times.get(47)).as("p95 of %s", times).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void who_holds_nothing_does_not_say_that_all_is_taken_in() {
        try (var holder = new Following(database, "holder", seen).started()) {
            append(List.of(someone()), 0, 1);
            assertThat(holder.folds.awaitHead(Duration.ofSeconds(20))).isTrue();
            try (var other = new Following(database, "other", seen).started()) {
                assertThat(other.folds.awaitHead(Duration.ofMillis(200))).isFalse();
            }
        }
    }

    /** How long it took from being asked to append until the other process had taken it in. */
    private Duration taken(Following process) {
        var person = someone();
        long before = System.nanoTime();
        ledger.append(0, null, registered(person));
        long position = ledger.reader.lastOf(person);
        assertThat(process.folds.await("seen", person.value(), position, Duration.ofSeconds(20)))
                .isTrue();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private void append(List<PersonId> people, long from, long until) {
        LongStream.range(from, until)
                .forEach(
                        sequence ->
                                people.forEach(p -> ledger.append(sequence, null, registered(p))));
    }

    private static boolean following(Following process) {
        return process.folds.following();
    }

    private static double gauge(Following process, String name) {
        return process.meters.get(name).tag("fold", "seen").gauge().value();
    }
}

package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Folds that keep step together: none holds up another, and who comes later misses nothing. */
final class TogetherTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int FACTS = 6;

    private final Database database = Following.database();
    private final Appending ledger = new Appending(database);
    private final Seen one = new Seen("one");
    private final Seen other = new Seen("other");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void one_fold_that_fails_holds_up_no_other() {
        one.afterwards(
                (recorded, _) -> {
                    throw new IllegalStateException("position " + recorded.position());
                });
        var person = someone();
        append(person);
        try (var process = new Following(database, "here", one, other).started()) {
            until("all wait for one fold", () -> process.folds.parked().size() == FACTS);
            assertThat(process.folds.await("other", person.value(), FACTS, SOON)).isTrue();
            assertThat(process.folds.parked()).extracting(Parked::fold).containsOnly("one");
            assertThat(one.positions(database)).isEmpty();
            assertThat(other.positions(database)).containsExactlyElementsOf(all());

            one.afterwards((_, _) -> {});
            assertThat(process.folds.retry("one", person.value())).isTrue();
            assertThat(one.positions(database)).containsExactlyElementsOf(all());
            assertThat(other.positions(database)).as("once").hasSize(FACTS);
        }
    }

    @Test
    void a_fold_that_comes_later_begins_at_the_beginning_and_doubles_nothing_of_the_others() {
        var person = someone();
        append(person);
        try (var process = new Following(database, "here", one).started()) {
            assertThat(process.folds.await("one", person.value(), FACTS, SOON)).isTrue();
        }
        try (var process = new Following(database, "here", one, other).started()) {
            assertThat(process.folds.await("other", person.value(), FACTS, SOON)).isTrue();
        }
        assertThat(other.positions(database)).containsExactlyElementsOf(all());
        assertThat(one.positions(database)).containsExactlyElementsOf(all());
    }

    private void append(PersonId person) {
        for (int i = 0; i < FACTS; i++) {
            ledger.append(i, null, registered(person));
        }
    }

    private static Iterable<Long> all() {
        return LongStream.rangeClosed(1, FACTS).boxed().toList();
    }
}

package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.joined;
import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import nl.schakel.events.PartyId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.whole.Completeness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fold that follows some kinds of history is complete without the others. */
final class KindsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int FACTS = 1_200;

    private final Database database = Following.database();
    private final Appending ledger = new Appending(database);
    private final Seen persons = new Seen("persons", Set.of("person"));
    private final Seen bells = new Seen("bells", Set.of("concern", "account"));
    private final Seen all = new Seen("all");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void it_takes_in_what_it_follows_and_notes_nothing_else() {
        append();
        try (var process = new Following(database, "here", persons, bells, all).started()) {
            until("all are in", () -> all.positions(database).size() == FACTS);
            assertThat(process.folds.awaitHead(SOON)).isTrue();
        }
        assertThat(persons.positions(database))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, FACTS / 2).mapToObj(i -> 2 * i + 1).toList());
        assertThat(bells.positions(database)).isEmpty();
        assertThat(noted("bells")).isZero();
        assertThat(noted("persons")).isEqualTo(FACTS / 2);
        for (var fold : List.of(persons, bells, all)) {
            assertThat(complete().of(fold, FACTS)).as(fold.name()).isEmpty();
        }
    }

    @Test
    void alone_it_is_level_as_soon_as_it_saw_that_nothing_was_for_it() {
        append();
        try (var process = new Following(database, "here", bells).started()) {
            until("it follows", process.folds::following);
            assertThat(process.folds.awaitHead(SOON)).isTrue();
            var person = someone();
            ledger.append(0, null, registered(person));
            assertThat(process.folds.awaitHead(SOON)).isTrue();
            var recorded = ledger.reader.at(FACTS + 1L).orElseThrow();
            assertThat(process.folds.await("bells", recorded, Duration.ZERO)).isTrue();
        }
        assertThat(bells.positions(database)).isEmpty();
        assertThat(complete().of(bells, FACTS + 1L)).isEmpty();
    }

    @Test
    void what_it_follows_and_did_not_take_in_is_missed() {
        append();
        assertThat(complete().of(bells, FACTS)).isEmpty();
        assertThat(complete().of(persons, FACTS)).hasSize(FACTS / 2);
    }

    private void append() {
        for (int i = 0; i < FACTS / 2; i++) {
            ledger.append(0, null, registered(someone()));
            ledger.append(0, null, joined(new PartyId(UUID.randomUUID())));
        }
    }

    private Completeness complete() {
        return new Completeness(TestPostgres.superuser(database), "query");
    }

    private long noted(String fold) {
        return TestPostgres.superuser(database)
                .sql("SELECT coalesce(sum(facts), 0) FROM query.taken WHERE fold = ?")
                .param(fold)
                .query(Long.class)
                .single();
    }
}

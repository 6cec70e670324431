package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.joined;
import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import nl.schakel.events.PartyId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The runner takes in every fact once, in the order of its person, and lets waiting end. */
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
            assertThat(process.folds.following()).isTrue();
        }
    }

    private static Iterable<Long> upTo(long head) {
        return LongStream.rangeClosed(1, head).boxed().toList();
    }
}

package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Insisting;
import nl.schakel.ledger.Numbers;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.MortalPostgres;
import nl.schakel.ledger.database.Schemas;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL is killed while many write: what was acknowledged is there once, in every fold. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class PostgresKilledTest {

    private static final int WRITERS = 8;
    private static final int UNDER_WAY = 200;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<PersonId> people = Stream.generate(Appending::someone).limit(20).toList();
    private final List<Seen> seen = List.of(new Seen("seen"), new Seen("beside"));

    @Test
    void killed_under_load_it_comes_back_with_all_that_was_acknowledged_and_folds_go_on()
            throws Exception {
        try (var postgres = new MortalPostgres()) {
            var database = following(postgres);
            try (var ledger = new Appending(database);
                    var _ = new Following(database, "one", seen.toArray(Fold[]::new)).started()) {
                for (int cycle = 0; cycle < Numbers.POSTGRES_KILLS.now(); cycle++) {
                    var known = killedUnderLoad(postgres, ledger);
                    var whole = new Whole(database, seen);
                    assertThat(whole.left(0, SOON)).as("cycle %s", cycle).isEmpty();
                    assertThat(asked).containsAll(known);
                    assertThat(whole.faults(0, asked)).as("cycle %s", cycle).isEmpty();
                }
            }
        }
    }

    @Test
    void what_a_fold_has_taken_in_is_still_there_when_a_backend_is_killed_and_nothing_comes_after()
            throws Exception {
        try (var postgres = new MortalPostgres()) {
            var database = following(postgres);
            try (var ledger = new Appending(database);
                    var _ = new Following(database, "one", seen.toArray(Fold[]::new)).started()) {
                var whole = new Whole(database, seen);
                for (int cycle = 0; cycle < Numbers.POSTGRES_KILLS.now() * 5; cycle++) {
                    writing(ledger, cycle);
                    assertThat(whole.left(0, SOON)).isEmpty();
                    postgres.killBackend();
                    assertThat(whole.left(0, SOON)).as("cycle %s", cycle).isEmpty();
                }
            }
        }
    }

    private static Database following(MortalPostgres postgres) {
        var database = postgres.empty();
        Schemas.migrate(database, List.of(Following.ROOMS));
        Following.prepare(TestPostgres.superuser(database));
        return database;
    }

    /** What was acknowledged when it was killed; it is back when this returns. */
    private Set<String> killedUnderLoad(MortalPostgres postgres, Appending ledger)
            throws Exception {
        int enough = acknowledged.size() + UNDER_WAY;
        var goOn = new AtomicBoolean(true);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> writing(ledger, goOn)));
            }
            Following.until("many are under way", () -> acknowledged.size() >= enough);
            postgres.kill();
            var known = Set.copyOf(acknowledged);
            postgres.again();
            goOn.set(false);
            for (var each : all) {
                each.get();
            }
            return known;
        }
    }

    private void writing(Appending ledger, AtomicBoolean goOn) {
        for (int i = 0; goOn.get(); i++) {
            writing(ledger, i);
        }
    }

    private void writing(Appending ledger, int i) {
        var id = UUID.randomUUID();
        var key =
                ByteBuffer.allocate(32)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        var person = i % 3 == 0 ? someone() : people.get(i % people.size());
        asked.add(HexFormat.of().formatHex(key));
        Insisting.append(ledger, new Once(key, key), registered(person));
        acknowledged.add(HexFormat.of().formatHex(key));
    }
}

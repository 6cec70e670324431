package nl.schakel.ledger.folds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Numbers;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * However commits hang, clocks differ and writers stand still: positions are the order of commit,
 * and no fold misses a fact or takes it in twice.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class OrderingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WHEN_LOST = Duration.ofSeconds(3);
    private static final int A_SECOND = 100;
    private static final String LOCK = "PERFORM pg_advisory_xact_lock(5351720);";
    private static final String FROM_HEAD =
            "SELECT coalesce(max(f.position), 0) INTO head FROM ledger.fact f;";

    private final Database database = Disorder.database();
    private final List<Seen> seen = List.of(new Seen("seen"), new Seen("beside"));
    private final Whole whole = new Whole(database, seen);
    private final Appending ledger = new Appending(database);
    private final Following following =
            new Following(database, "here", seen.toArray(Fold[]::new)).started();

    @AfterEach
    void close() {
        following.close();
        ledger.close();
    }

    @Test
    void two_processes_that_commit_out_of_turn_and_import_the_past_lose_and_double_nothing()
            throws Exception {
        long first = new Random().nextLong();
        try (var other = new OtherProcess(database, seen)) {
            for (int run = 0; run < Numbers.DISORDERS.now(); run++) {
                long seed = first + run;
                long after = whole.head();
                other.begin(new Disorder(seed, 1, 0));
                new Disorder(seed, 0, 0).write(ledger);
                other.wrote(new Disorder(seed, 1, 0));
                assertThat(faults(seed, after)).as("seed %s", seed).isEmpty();
            }
        }
    }

    @Test
    void a_writer_that_stands_still_in_the_middle_of_a_commit_loses_and_doubles_nothing()
            throws Exception {
        long seed = new Random().nextLong();
        int seconds = Numbers.STANDSTILL.now();
        try (var other = new OtherProcess(database, seen)) {
            other.begin(new Disorder(seed, 1, seconds * 100));
            Following.until("its commit hangs", () -> hanging() > 0);
            other.signal("STOP");
            try {
                new Disorder(seed, 0, 0).write(ledger);
                assertThat(hanging()).as("it is over, and who stands still does not know").isZero();
            } finally {
                other.signal("CONT");
            }
            other.wrote(new Disorder(seed, 1, 0));
        }
        var halves = Stream.of(new Disorder(seed, 0, 0), new Disorder(seed, 1, seconds * 100));
        whole.left(0, PATIENCE);
        assertThat(whole.faults(0, keys(halves))).as("seed %s", seed).isEmpty();
    }

    @Test
    void without_the_lock_it_would_be_seen() throws Exception {
        replaced(LOCK, "");
        var faults = twoWritersHere();
        assertThat(faults).anyMatch(fault -> fault.startsWith("not written: "));
    }

    @Test
    void with_numbers_from_a_sequence_and_no_lock_it_would_be_seen() throws Exception {
        TestPostgres.superuser(database)
                .sql(
                        """
                        CREATE SEQUENCE ledger.number;
                        GRANT USAGE ON ledger.number TO schakel_append;
                        """)
                .update();
        replaced(LOCK, "");
        replaced(FROM_HEAD, "head := nextval('ledger.number') * 1000;");
        var faults = twoWritersHere();
        assertThat(faults).anyMatch(fault -> fault.contains(" was committed before "));
        assertThat(faults).anyMatch(fault -> fault.endsWith(" so often: 0"));
        assertThat(faults).anyMatch(fault -> fault.contains(" is not complete: "));
    }

    /** One hangs a second in its first commit; the other goes on beside it, about other people. */
    private List<String> twoWritersHere() throws Exception {
        var hangs = new Disorder(5, 1, A_SECOND);
        var goesOn = new Disorder(6, 0, 0);
        try (var other = new Appending(database);
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = hands.submit(() -> attempted(hangs, other));
            Following.until("its commit hangs", () -> hanging() > 0);
            attempted(goesOn, ledger);
            first.get();
        }
        whole.left(0, WHEN_LOST);
        return whole.faults(0, keys(Stream.of(hangs, goesOn)));
    }

    /** A decision that is refused for no reason shows in what is not written. */
    private static void attempted(Disorder half, Appending ledger) {
        try {
            half.write(ledger);
        } catch (IllegalStateException refused) {
            assertThat(refused).rootCause().hasMessageContaining("duplicate key");
        }
    }

    private List<String> faults(long seed, long after) {
        whole.left(after, PATIENCE);
        return whole.faults(
                after, keys(Stream.of(new Disorder(seed, 0, 0), new Disorder(seed, 1, 0))));
    }

    private static Set<String> keys(Stream<Disorder> halves) {
        return halves.flatMap(Disorder::keys).collect(Collectors.toSet());
    }

    private long hanging() {
        return TestPostgres.superuser(database)
                .sql(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event = 'PgSleep'
                        """)
                .query(Long.class)
                .single();
    }

    /** The same function, but for this. */
    private void replaced(String what, String by) {
        var superuser = TestPostgres.superuser(database);
        var function =
                superuser
                        .sql("SELECT pg_get_functiondef('ledger.append'::regproc)")
                        .query(String.class)
                        .single();
        assertThat(function).contains(what);
        superuser.sql(function.replace(what, by)).update();
    }
}

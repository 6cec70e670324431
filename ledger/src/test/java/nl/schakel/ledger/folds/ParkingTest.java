package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A fact that cannot be taken in is parked with an alarm; only its own person waits behind it. */
final class ParkingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String WORDS = "words that somebody wrote";

    private final Database database = Following.database();
    private final Appending ledger = new Appending(database);
    private final Seen seen = new Seen("seen");
    private final PersonId stuck = someone();
    private final PersonId free = someone();
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Taking.class)).addAppender(log);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(Taking.class)).detachAppender(log);
        ledger.close();
    }

    @Test
    void one_person_waits_behind_a_fact_that_fails_and_everybody_else_goes_on() {
        failing(new IllegalStateException(WORDS));
        try (var process = new Following(database, "one", seen).started()) {
            append(5);
            assertThat(process.folds.await("seen", free.value(), last(free), SOON)).isTrue();
            until("four wait behind the first", () -> process.folds.parked().size() == 5);

            assertThat(process.folds.parked())
                    .extracting(Parked::reason)
                    .containsExactly(
                            IllegalStateException.class.getName(),
                            "behind another",
                            "behind another",
                            "behind another",
                            "behind another");
            assertThat(seen.positions(database, stuck.value())).isEmpty();
            assertThat(process.folds.taken("seen", stuck.value()).parkedSince()).isPresent();
            assertThat(process.folds.taken("seen", free.value()).parkedSince()).isEmpty();
            assertThat(process.folds.following()).isTrue();
        }
    }

    @Test
    void an_alarm_rings_without_a_word_of_what_was_written() {
        failing(new IllegalStateException(WORDS));
        try (var process = new Following(database, "one", seen).started()) {
            append(3);
            until("it is parked", () -> process.folds.parked().size() == 3);
            assertThat(process.meters.get("schakel.folds.parked").gauge().value()).isEqualTo(1);
            assertThat(log.list)
                    .singleElement()
                    .satisfies(
                            line -> {
                                assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                                assertThat(line.getFormattedMessage())
                                        .isEqualTo(
                                                "fold seen parked position 1: java.lang.IllegalStateException");
                                assertThat(line.getThrowableProxy()).isNull();
                            });
        }
    }

    @Test
    void a_second_try_takes_them_in_in_their_order_and_nothing_waits_any_more() {
        failing(new IllegalStateException(WORDS));
        try (var process = new Following(database, "one", seen).started()) {
            append(5);
            until("all wait", () -> process.folds.parked().size() == 5);
            assertThat(process.folds.retry("seen", stuck.value())).isFalse();
            assertThat(process.folds.parked()).hasSize(5);

            broken.set(false);
            assertThat(process.folds.retry("seen", stuck.value())).isTrue();
            assertThat(process.folds.parked()).isEmpty();
            assertThat(process.meters.get("schakel.folds.parked").gauge().value()).isZero();
            append(1);
            assertThat(process.folds.await("seen", stuck.value(), last(stuck), SOON)).isTrue();
            assertThat(seen.positions(database, stuck.value())).hasSize(6).isSorted();
        }
    }

    @Test
    void two_who_try_again_at_once_while_more_comes_in_take_each_fact_in_once() throws Exception {
        failing(new IllegalStateException(WORDS));
        try (var process = new Following(database, "one", seen).started();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            append(30);
            until("all wait", () -> process.folds.parked().size() == 30);
            broken.set(false);
            var one = hands.submit(() -> process.folds.retry("seen", stuck.value()));
            var two = hands.submit(() -> process.folds.retry("seen", stuck.value()));
            append(30);
            one.get();
            two.get();
            assertThat(process.folds.await("seen", stuck.value(), last(stuck), SOON)).isTrue();
            assertThat(process.folds.parked()).isEmpty();
            assertThat(seen.positions(database, stuck.value())).hasSize(60).isSorted();
        }
    }

    @Test
    void what_comes_in_during_the_last_second_try_does_not_stay_behind() {
        failing(new IllegalStateException(WORDS));
        try (var process = new Following(database, "one", seen).started()) {
            ledger.append(0, null, registered(stuck));
            until("it is parked", () -> process.folds.parked().size() == 1);
            slowlyParked();
            seen.afterwards(
                    (recorded, _) -> {
                        if (recorded.position() == 1) {
                            ledger.append(1, null, registered(stuck));
                            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                        }
                    });
            assertThat(process.folds.retry("seen", stuck.value())).isTrue();
            assertThat(process.folds.await("seen", stuck.value(), last(stuck), SOON)).isTrue();
            assertThat(process.folds.parked()).isEmpty();
        }
    }

    @Test
    void a_statement_that_aborts_the_transaction_is_parked_too() {
        seen.afterwards(
                (recorded, rows) -> {
                    if (recorded.key().equals(stuck.value())) {
                        rows.sql("SELECT 1 / 0").query(Long.class).single();
                    }
                });
        try (var process = new Following(database, "one", seen).started()) {
            append(4);
            assertThat(process.folds.await("seen", free.value(), last(free), SOON)).isTrue();
            until("it is parked", () -> process.folds.parked().size() == 4);
            assertThat(seen.positions(database, stuck.value())).isEmpty();
            assertThat(seen.positions(database, free.value())).hasSize(4);
        }
    }

    @Test
    void an_error_and_a_checked_exception_are_parked_with_none_of_their_rows() {
        for (var thrown : new Throwable[] {new StackOverflowError(), new Exception(WORDS)}) {
            var unlucky = someone();
            seen.afterwards(
                    (recorded, _) -> {
                        if (recorded.key().equals(unlucky.value())) {
                            throw thrown;
                        }
                    });
            try (var process = new Following(database, "one", seen).started()) {
                ledger.append(0, null, registered(unlucky));
                until(
                        "it is parked",
                        () ->
                                process.folds
                                        .taken("seen", unlucky.value())
                                        .parkedSince()
                                        .isPresent());
                assertThat(seen.positions(database, unlucky.value())).isEmpty();
            }
        }
    }

    @Test
    void when_even_parking_fails_nothing_is_skipped() {
        var superuser = TestPostgres.superuser(database);
        superuser.sql("REVOKE INSERT ON query.parked FROM schakel_project").update();
        failing(new IllegalStateException(WORDS));
        try (var process = new Following(database, "one", seen).started()) {
            append(3);
            until("it says that it does not follow", () -> !process.folds.following());
            assertThat(process.folds.parked()).isEmpty();
            superuser.sql("GRANT INSERT ON query.parked TO schakel_project").update();
            until("it is parked", () -> process.folds.parked().size() == 3);
            assertThat(process.folds.await("seen", free.value(), last(free), SOON)).isTrue();
            assertThat(seen.positions(database)).hasSize(3);
        }
    }

    private void failing(RuntimeException thrown) {
        seen.afterwards(
                (recorded, _) -> {
                    if (broken.get() && recorded.key().equals(stuck.value())) {
                        throw thrown;
                    }
                });
    }

    /** From now on parking takes two seconds. */
    private void slowlyParked() {
        TestPostgres.superuser(database)
                .sql(
                        """
                        CREATE FUNCTION query.slow() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$;
                        CREATE TRIGGER slow AFTER INSERT ON query.parked EXECUTE FUNCTION query.slow();
                        """)
                .update();
    }

    private void append(int each) {
        long from = ledger.reader.versionOf(stuck.stream());
        LongStream.range(from, from + each)
                .forEach(
                        sequence -> {
                            ledger.append(sequence, null, registered(stuck));
                            ledger.append(sequence, null, registered(free));
                        });
    }

    private long last(PersonId person) {
        return ledger.reader.lastOf(person);
    }
}

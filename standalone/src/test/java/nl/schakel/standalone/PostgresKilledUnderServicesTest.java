package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.schakel.ledger.Numbers;
import nl.schakel.ledger.database.MortalPostgres;
import nl.schakel.standalone.story.Voice;
import nl.schakel.standalone.story.Voice.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL is killed under both services, which are not started again: all goes on by itself. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class PostgresKilledUnderServicesTest {

    private static final int WRITERS = 8;
    private static final int UNDER_WAY = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(10);

    /** What was answered under which key. */
    private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();

    @Test
    void what_was_acknowledged_is_there_once_and_both_services_are_level_within_ten_seconds()
            throws Exception {
        try (var postgres = new MortalPostgres();
                var town = Town.on(postgres.empty())) {
            var referral = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE).referral;
            for (int cycle = 0; cycle < Numbers.POSTGRES_KILLS_UNDER_SERVICES.now(); cycle++) {
                var known = killedUnderLoad(postgres, town, referral);
                long back = System.nanoTime();
                until(() -> ready(town));
                town.level();
                assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(SOON);
                assertThat(acknowledged).containsAllEntriesOf(known);
                assertThat(KillTest.rung(town.voice("joke")))
                        .containsExactlyInAnyOrderElementsOf(acknowledged.values());
                Afresh.everyViewIsAsIfFoldedAfresh(town);
            }
        }
    }

    /**
     * What was acknowledged when it was killed; it is back, and all was told, when this returns.
     */
    private Map<String, UUID> killedUnderLoad(MortalPostgres postgres, Town town, UUID referral)
            throws Exception {
        int enough = acknowledged.size() + UNDER_WAY;
        var goOn = new AtomicBoolean(true);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                var joke = town.voice("joke");
                all.add(writers.submit(() -> ringing(joke, referral, goOn)));
            }
            until(() -> acknowledged.size() >= enough);
            postgres.kill();
            var known = new HashMap<>(acknowledged);
            postgres.again();
            goOn.set(false);
            for (var each : all) {
                each.get();
            }
            return known;
        }
    }

    /** Rings once more and once more, each time with the same key until it is acknowledged. */
    private void ringing(Voice joke, UUID referral, AtomicBoolean goOn) {
        while (goOn.get()) {
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            var said = joke.post("/v1/zorgsignalen", KillTest.bell(referral), key);
            for (; said.status() != 201; said = again(joke, referral, key)) {
                assertThat(said.status()).as("%s", said).isEqualTo(503);
            }
            acknowledged.put(key.get("Idempotency-Key"), said.id());
        }
    }

    private static Reply again(Voice joke, UUID referral, Map<String, String> key) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        return joke.post("/v1/zorgsignalen", KillTest.bell(referral), key);
    }

    private static boolean ready(Town town) {
        return Set.of(town.services().command(), town.services().query()).stream()
                .map(s -> s.getEnvironment().getRequiredProperty("local.management.port"))
                .map(port -> "http://localhost:" + port + "/actuator/health/readiness")
                .allMatch(url -> Wire.ask("GET", url, null).status() == 200);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}

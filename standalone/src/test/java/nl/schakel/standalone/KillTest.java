package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.Numbers;
import nl.schakel.standalone.story.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed without a goodbye while many ring: nothing that was acknowledged is lost or doubled. */
final class KillTest {

    private static final int WRITERS = 4;
    private static final int UNDER_WAY = 60;

    @TempDir private Path folder = Path.of("");

    /** What was asked under which key, and what was answered before the answer could be lost. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();

    @Test
    void it_goes_on_with_all_that_was_acknowledged_and_nothing_doubled() throws Exception {
        try (var schakel = Started.in(folder).ready()) {
            var joke = schakel.voice("joke");
            var before = rung(joke);
            var referral = referral(joke);
            for (int cycle = 0; cycle < Numbers.KILLS.now(); cycle++) {
                killUnderLoad(schakel, referral);
                schakel.again().ready();
                var again = schakel.voice("joke");
                assertThat(rung(again)).as("none is lost").containsAll(acknowledged.values());
                asked.forEach(key -> acknowledged.put(key, raise(again, key, referral)));
                assertThat(rung(again)).as("each once").hasSize(before.size() + asked.size());
            }
        }
    }

    private void killUnderLoad(Started schakel, UUID referral) throws Exception {
        int enough = acknowledged.size() + UNDER_WAY;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                var joke = schakel.voice("joke");
                all.add(writers.submit(() -> ringUntilKilled(joke, referral)));
            }
            while (acknowledged.size() < enough && all.stream().noneMatch(Future::isDone)) {
                LockSupport.parkNanos(1_000_000);
            }
            schakel.process().kill();
            for (var each : all) {
                each.get();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
    }

    private void ringUntilKilled(Voice joke, UUID referral) {
        try {
            while (true) {
                var key = UUID.randomUUID().toString();
                asked.add(key);
                acknowledged.put(key, raise(joke, key, referral));
            }
        } catch (UncheckedIOException killed) {
            // The answer was lost: whether it was recorded is found out with the same key.
            return;
        }
    }

    private static UUID raise(Voice joke, String key, UUID referral) {
        return joke.tell(key, "/v1/zorgsignalen", bell(referral)).id();
    }

    static Map<String, Object> bell(UUID referral) {
        return Map.of("verwijzing", referral, "watZieJe", "Stil vandaag.", "hoeDringend", "zorg");
    }

    static UUID referral(Voice joke) {
        var first = joke.get("/v1/zorgsignalen").body().required("zorgsignalen").required(0);
        return UUID.fromString(first.required("verwijzing").stringValue());
    }

    /** All bells that are there for her; none of them twice. */
    static Set<UUID> rung(Voice joke) {
        var all = new ArrayList<UUID>();
        var cursor = "";
        do {
            var page = joke.ask("/v1/zorgsignalen?aantal=200" + cursor).body();
            page.required("zorgsignalen")
                    .forEach(bell -> all.add(UUID.fromString(bell.required("id").stringValue())));
            var next = page.required("volgende");
            cursor = next.isNull() ? "" : "&na=" + next.stringValue();
        } while (!cursor.isEmpty());
        assertThat(all).doesNotHaveDuplicates();
        return new HashSet<>(List.copyOf(all));
    }
}

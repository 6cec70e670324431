package nl.schakel.benchmarks.losing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import nl.schakel.benchmarks.losing.Disorder.Decision;

/**
 * Seeded runs against one store.
 *
 * @param store whose reader is watched
 * @param atOnce whether both writers write at once and commits stand still; else one after the
 *     other, and nothing does
 * @param patience how long the reader has after the last run to see what it did not see yet
 */
record Disorderly(Store store, boolean atOnce, Duration patience) {

    private static final long A_MOMENT = Duration.ofMillis(10).toNanos();
    private static final Duration LEVEL = Duration.ofMillis(300);
    private static final Duration STUCK = Duration.ofSeconds(20);

    /** Does as many as asked, and tells what the reader never saw. */
    Lost run(int runs) {
        var all = IntStream.range(0, runs).mapToObj(Disorder::of).toList();
        all.forEach(this::run);
        var events = all.stream().flatMap(run -> run.events().stream()).toList();
        long end = System.nanoTime() + patience.toNanos();
        while (store.watch().missing(events) > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(A_MOMENT);
        }
        if (!store.level()) {
            throw new IllegalStateException("the reader does not come to the head");
        }
        return new Lost(all.stream().map(this::lost).toList());
    }

    private Lost.Run lost(Disorder run) {
        var events = run.events();
        if (store.watch().stored(events) != events.size()) {
            throw new IllegalStateException("a commit that was confirmed is not there");
        }
        return new Lost.Run(run.age(), events.size(), store.watch().missing(events));
    }

    private void run(Disorder run) {
        if (atOnce) {
            store.watch().standStill(run);
        }
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<Future<?>>();
            for (int writer = 0; writer < run.writers().size(); writer++) {
                int number = writer;
                var decisions = run.writers().get(writer);
                writing.add(hands.submit(() -> decisions.forEach(each -> write(number, each))));
                if (!atOnce) {
                    ended(writing);
                }
            }
            ended(writing);
        }
        follow(run);
    }

    private void write(int writer, Decision decision) {
        LockSupport.parkNanos(decision.pause().toNanos());
        store.write(writer, decision);
    }

    /** Until it has seen all of it, or has stood at the head for a while. */
    private void follow(Disorder run) {
        var events = run.events();
        long stuck = System.nanoTime() + STUCK.toNanos();
        long level = Long.MAX_VALUE;
        while (store.watch().missing(events) > 0) {
            long now = System.nanoTime();
            if (now > stuck) {
                throw new IllegalStateException("the reader does not follow");
            }
            if (level == Long.MAX_VALUE && store.level()) {
                level = now;
            }
            if (now - level > LEVEL.toNanos()) {
                return;
            }
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    private static void ended(List<Future<?>> writing) {
        try {
            for (var each : writing) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package nl.schakel.benchmarks.losing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final Duration STUCK = Duration.ofSeconds(20);

    /** Does as many as asked, and tells what the reader never saw. */
    Lost run(int runs) {
        var all = IntStream.range(0, runs).mapToObj(Disorder::of).toList();
        all.forEach(this::run);
        var events = all.stream().flatMap(run -> run.events().stream()).toList();
        if (!within(STUCK, store::level)) {
            throw new IllegalStateException("the reader does not come to the head");
        }
        var _ = within(patience, () -> store.watch().missing(events) == 0);
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
        if (!within(STUCK, () -> store.watch().missing(events) == 0 || store.level())) {
            throw new IllegalStateException("the reader does not follow");
        }
        var _ = within(A_WHILE, () -> store.watch().missing(events) == 0);
    }

    /** Whether it holds in time. */
    private static boolean within(Duration time, BooleanSupplier holds) {
        long end = System.nanoTime() + time.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(A_MOMENT);
        }
        return true;
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

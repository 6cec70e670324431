package nl.schakel.benchmarks.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * A closed loop: so many workers, each sends the next when the one before is done.
 *
 * @param workers how many are in flight
 * @param window how long one sample lasts
 * @param cpu whose time is counted
 */
public record InFlight(int workers, Duration window, Cpu cpu) {

    /** Does the work for one window; each worker is told its number, from 0. */
    public Sample measure(IntConsumer work) {
        long cpuBefore = cpu.micros();
        long start = System.nanoTime();
        long end = start + window.toNanos();
        long events = all(work, end);
        return new Sample(events, System.nanoTime() - start, cpu.micros() - cpuBefore);
    }

    private long all(IntConsumer work, long end) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var counts = new ArrayList<Future<Long>>();
            for (int worker = 0; worker < workers; worker++) {
                int number = worker;
                counts.add(threads.submit(() -> loop(work, number, end)));
            }
            return sum(counts);
        }
    }

    private static long loop(IntConsumer work, int worker, long end) {
        long count = 0;
        while (System.nanoTime() < end) {
            work.accept(worker);
            count++;
        }
        return count;
    }

    private static long sum(List<Future<Long>> counts) {
        long sum = 0;
        try {
            for (var count : counts) {
                sum += count.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return sum;
    }
}

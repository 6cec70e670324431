package nl.schakel.benchmarks.harness;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * An open model: sends at a fixed rate, whether or not those before are done. Latency counts from
 * when each should have been sent, so that whoever had to wait for the others counts too. Threads
 * are kept, as a server keeps its own: what seals has its randomness ready in them.
 *
 * @param perSecond how many are sent
 * @param window for how long
 */
public record AtRate(double perSecond, Duration window) {

    /** The most that are in flight; what should be sent meanwhile waits, and that counts. */
    public static final int WORKERS = 256;

    private static final int DIGITS = 3;
    private static final double SECOND = 1e9;

    /** How many a window sends. */
    public int sends() {
        return (int) Math.max(1, Math.round(perSecond * window.toNanos() / SECOND));
    }

    /**
     * Sends for one window and waits for all; each is told a number from 0 that no other in flight
     * has. The latencies are in ns; what fails ends it.
     */
    public Histogram measure(IntConsumer work) {
        var run = new Run(work);
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            long start = System.nanoTime();
            for (int i = 0; i < sends() && run.failure.get() == null; i++) {
                long intended = start + (long) (i * SECOND / perSecond);
                until(intended);
                int worker = run.free.take();
                threads.execute(() -> run.one(worker, intended));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return run.latencies();
    }

    private static void until(long intended) {
        for (long left = intended - System.nanoTime(); left > 0; ) {
            LockSupport.parkNanos(left);
            left = intended - System.nanoTime();
        }
    }

    private static final class Run {

        private final IntConsumer work;
        private final BlockingQueue<Integer> free;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Histogram latencies = new ConcurrentHistogram(DIGITS);

        Run(IntConsumer work) {
            this.work = work;
            this.free =
                    new ArrayBlockingQueue<>(
                            WORKERS, false, IntStream.range(0, WORKERS).boxed().toList());
        }

        void one(int worker, long intended) {
            try {
                work.accept(worker);
                latencies.recordValue(System.nanoTime() - intended);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                free.add(worker);
            }
        }

        Histogram latencies() {
            var failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException(failed);
            }
            return latencies;
        }
    }
}

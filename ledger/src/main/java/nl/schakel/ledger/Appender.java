package nl.schakel.ledger;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: what queues while a commit is in flight goes together in the next; one thread, one
 * round trip.
 */
final class Appender implements AutoCloseable {

    private static final int AT_MOST = 256;
    private static final long WAIT_SECONDS = 15;

    private final LinkedBlockingQueue<Asked> queue = new LinkedBlockingQueue<>();
    private final ArrayDeque<Asked> next = new ArrayDeque<>();
    private final AppendCall call;
    private final Timer time;
    private final DistributionSummary size;
    private final Thread thread;
    private volatile boolean open = true;

    /** One decision that waits to be written. */
    record Asked(List<Row> rows, CompletableFuture<Long> position) {}

    Appender(DataSource source, MeterRegistry meters) {
        this.call = new AppendCall(source);
        this.time =
                Timer.builder("schakel.ledger.append")
                        .publishPercentileHistogram()
                        .register(meters);
        this.size =
                DistributionSummary.builder("schakel.ledger.batch")
                        .baseUnit("decisions")
                        .register(meters);
        this.thread = Thread.ofPlatform().name("ledger-appender").daemon().start(this::run);
    }

    /** Writes all rows of one decision or none; the position of the last one. */
    long append(List<Row> rows) {
        var asked = new Asked(rows, new CompletableFuture<>());
        if (!open) {
            throw new IllegalStateException("the ledger is closed");
        }
        queue.add(asked);
        try {
            return asked.position().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new OutcomeUnknown("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("interrupted", e);
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(
                asked ->
                        asked.position()
                                .completeExceptionally(
                                        new IllegalStateException("the ledger is closed")));
    }

    private void run() {
        while (open) {
            var batch = batch();
            if (!batch.isEmpty()) {
                size.record(batch.size());
                time.record(() -> write(batch));
            }
        }
    }

    /**
     * Waits for the first, then takes what waits with it; two for one history or key never go
     * together.
     */
    private List<Asked> batch() {
        var batch = new ArrayList<Asked>();
        var histories = new HashSet<Object>();
        var waiting = new ArrayDeque<Asked>(next);
        next.clear();
        if (waiting.isEmpty()) {
            var first = first();
            if (first == null) {
                return List.of();
            }
            waiting.add(first);
        }
        queue.drainTo(waiting, AT_MOST);
        for (var asked : waiting) {
            boolean fits =
                    batch.size() < AT_MOST
                            && histories.add(asked.rows().getFirst().stream())
                            && keyIsNew(asked, histories);
            (fits ? batch : next).add(asked);
        }
        return batch;
    }

    private static boolean keyIsNew(Asked asked, HashSet<Object> seen) {
        var once = asked.rows().getFirst().once();
        return once == null || seen.add(HexFormat.of().formatHex(once.key()));
    }

    private @Nullable Asked first() {
        try {
            return queue.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return null;
        }
    }

    private void write(List<Asked> batch) {
        try {
            call.append(batch);
        } catch (SQLException e) {
            failed(batch, e);
        } catch (RuntimeException e) {
            batch.forEach(asked -> asked.position().completeExceptionally(e));
        }
    }

    /**
     * PostgreSQL answered: nothing was written, so each may try alone. It did not: nobody knows.
     */
    private void failed(List<Asked> batch, SQLException e) {
        if (AppendCall.answered(e) && batch.size() > 1) {
            batch.forEach(asked -> write(List.of(asked)));
        } else if (AppendCall.answered(e)) {
            batch.getFirst()
                    .position()
                    .completeExceptionally(
                            new IllegalStateException(
                                    "refused by the database: " + e.getSQLState(), e));
        } else {
            batch.forEach(
                    asked ->
                            asked.position()
                                    .completeExceptionally(
                                            new OutcomeUnknown("connection lost", e)));
        }
    }
}

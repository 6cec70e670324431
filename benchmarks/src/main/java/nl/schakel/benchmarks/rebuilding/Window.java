package nl.schakel.benchmarks.rebuilding;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.schakel.benchmarks.harness.AtRate;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.sending.Sending;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Commands at a fixed rate for one window, alone or while the paths are rebuilt over and over. */
final class Window implements Side {

    private static final double P99 = 99;

    private final String name;
    private final AtRate load;
    private final Sending sending;
    private final OurRebuild ours;
    private final boolean busy;
    private final Histogram latencies = new Histogram(3);
    private final List<Sample> rebuilds = new ArrayList<>();

    /** Begins with nothing told. */
    Window(String name, AtRate load, Sending sending, OurRebuild ours, boolean busy) {
        this.name = name;
        this.load = load;
        this.sending = sending;
        this.ours = ours;
        this.busy = busy;
    }

    /** Those of all windows, in ns. */
    Histogram latencies() {
        return latencies;
    }

    /** What was rebuilt in all windows, each to its end. */
    List<Sample> rebuilds() {
        return List.copyOf(rebuilds);
    }

    @Override
    public String name() {
        return name;
    }

    /** One event that took as long as the slowest hundredth at least: the p99 of this window. */
    @Override
    public Sample measure() {
        settled();
        var measured = busy ? whileRebuilt() : load.measure(sending::one);
        latencies.add(measured);
        return new Sample(1, measured.getValueAtPercentile(P99), 1);
    }

    private Histogram whileRebuilt() {
        var on = new AtomicBoolean(true);
        try (var beside = Executors.newSingleThreadExecutor()) {
            var rebuilding = beside.submit(() -> overAndOver(on));
            try {
                return load.measure(sending::one);
            } finally {
                on.set(false);
                ended(rebuilding);
            }
        }
    }

    private @Nullable Void overAndOver(AtomicBoolean on) {
        while (on.get()) {
            rebuilds.add(ours.measure());
        }
        return null;
    }

    private static void ended(Future<?> rebuilding) {
        try {
            rebuilding.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the window before left to be written would else be laid at the door of this one. */
    private void settled() {
        try (var connection = DurablePostgres.superuser(ours.database());
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

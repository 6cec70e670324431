package nl.schakel.ledger.folds;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import nl.schakel.ledger.LedgerReader;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** How far each fold is behind the ledger, in facts and in seconds. */
final class Lag {

    private final LedgerReader reader;
    private final MeterRegistry meters;

    Lag(LedgerReader reader, MeterRegistry meters) {
        this.reader = reader;
        this.meters = meters;
    }

    /** Measures one fold: what this process holds of it. */
    void of(String fold, PooledStreamingEventProcessor processor) {
        Gauge.builder("schakel.fold.position", processor, this::position)
                .tag("fold", fold)
                .register(meters);
        Gauge.builder("schakel.fold.lag", processor, p -> Math.max(0, reader.head() - position(p)))
                .description("facts that were not taken in yet")
                .tag("fold", fold)
                .baseUnit("facts")
                .register(meters);
        Gauge.builder("schakel.fold.age", processor, p -> reader.age(position(p) + 1))
                .description("age of the oldest fact that was not taken in yet, 0 when level")
                .tag("fold", fold)
                .baseUnit("seconds")
                .register(meters);
    }

    /** The slowest segment; a process that holds none is level: whoever holds them tells. */
    long position(PooledStreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(0))
                .min()
                .orElseGet(() -> processor.isRunning() ? reader.head() : 0);
    }

    /** Whether this process holds all segments, and has taken in what there is up to a position. */
    boolean level(PooledStreamingEventProcessor processor, int segments, long position) {
        return processor.processingStatus().size() == segments && position(processor) >= position;
    }
}

package nl.schakel.benchmarks.losing;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stock Axon's pooled processor; token and rows in one transaction, and nothing fails unnoticed.
 */
final class StockReader implements AutoCloseable {

    private static final int SEGMENTS = 2;

    private final ScheduledExecutorService coordinator =
            Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(SEGMENTS);
    private final PooledStreamingEventProcessor processor;

    /** Begins to follow. */
    StockReader(
            StreamableMessageSource<TrackedEventMessage<?>> events,
            Shared shared,
            JdbcClient rows) {
        var tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(shared)
                        .serializer(Jackson3Serializer.builder().build())
                        .build();
        this.processor =
                PooledStreamingEventProcessor.builder()
                        .name("kept")
                        .eventHandlerInvoker(new Kept(rows))
                        .messageSource(events)
                        .tokenStore(tokens)
                        .transactionManager(shared)
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .errorHandler(PropagatingErrorHandler.instance())
                        .initialToken(StreamableMessageSource::createTailToken)
                        .initialSegmentCount(SEGMENTS)
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(workers)
                        .build();
        processor.start();
    }

    /** How far the slowest segment is; -1 while none is held. */
    long position() {
        return processor.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(0))
                .min()
                .orElse(-1);
    }

    @Override
    public void close() {
        processor.shutDown();
        coordinator.shutdownNow();
        workers.shutdownNow();
    }

    private record Kept(JdbcClient rows) implements EventHandlerInvoker {

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return segment.matches(message.getIdentifier());
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            rows.sql(Watch.CAME).param(UUID.fromString(message.getIdentifier())).update();
        }
    }
}

package nl.schakel.ledger.folds;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.schakel.ledger.Ledger;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** What Axon's processors read: the ledger by position, with a call when there is more. */
final class LedgerSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    static final String RECORDED = "recorded";
    private static final int AT_ONCE = 500;

    private final LedgerReader reader;
    private final Tail tail;

    LedgerSource(LedgerReader reader, Tail tail) {
        this.reader = reader;
        this.tail = tail;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new Reading(after == null ? 0 : after.position().orElse(0));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    /** A fact as processors carry it. */
    static TrackedEventMessage<?> tracked(Recorded recorded) {
        var message = Ledger.message(recorded).andMetaData(Map.of(RECORDED, recorded));
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(recorded.position()), message);
    }

    private final class Reading implements BlockingStream<TrackedEventMessage<?>> {

        private final ArrayDeque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
        private long position;
        private @Nullable Runnable callback;

        private Reading(long position) {
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (ahead.isEmpty()) {
                read();
            }
            return Optional.ofNullable(ahead.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return peek().map(_ -> ahead.remove())
                    .orElseThrow(() -> new IllegalStateException("nothing more yet"));
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            this.callback = callback;
            tail.onMore(callback);
            return true;
        }

        @Override
        public void close() {
            if (callback != null) {
                tail.forget(callback);
            }
        }

        private void read() {
            for (var recorded : reader.after(position, AT_ONCE)) {
                ahead.add(tracked(recorded));
                position = recorded.position();
            }
        }
    }
}

package nl.schakel.ledger.folds;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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

/**
 * What Axon's processors read: the ledger by position, with a call when there is more. Those of one
 * process go on side by side, so a fact is read and parsed once for all of them.
 */
final class LedgerSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    static final String RECORDED = "recorded";
    private static final int AT_ONCE = 500;
    private static final int KEPT = 4 * AT_ONCE;
    private static final long A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LedgerReader reader;
    private final Tail tail;
    private final Set<String> kinds;
    private final ReentrantLock lock = new ReentrantLock();

    /** All facts of these kinds after {@code from}, up to the last one that was read. */
    private final NavigableMap<Long, TrackedEventMessage<?>> recent = new TreeMap<>();

    private long from;
    private long callsWhenLevel = -1;
    private long levelSince;

    /**
     * @param kinds of history that anybody follows; none named is all
     */
    LedgerSource(LedgerReader reader, Tail tail, Set<String> kinds) {
        this.reader = reader;
        this.tail = tail;
        this.kinds = kinds;
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

    private Collection<TrackedEventMessage<?>> after(long position) {
        lock.lock();
        try {
            long to = recent.isEmpty() ? from : recent.lastKey();
            if (position < from) {
                return read(position);
            }
            return position < to
                    ? recent.tailMap(position, false).values().stream().limit(AT_ONCE).toList()
                    : read(position, to);
        } finally {
            lock.unlock();
        }
    }

    /** Who is level need not ask before the next call, and asks after a second in any case. */
    private Collection<TrackedEventMessage<?>> read(long position, long to) {
        long calls = tail.calls();
        if (position == to
                && calls == callsWhenLevel
                && System.nanoTime() - levelSince < A_SECOND) {
            return List.of();
        }
        var more = read(position);
        if (position > to) {
            recent.clear();
            from = position;
        }
        for (var message : more) {
            recent.put(message.trackingToken().position().orElseThrow(), message);
        }
        while (recent.size() > KEPT) {
            from = recent.pollFirstEntry().getKey();
        }
        callsWhenLevel = more.isEmpty() ? calls : -1;
        levelSince = System.nanoTime();
        return more;
    }

    private List<TrackedEventMessage<?>> read(long position) {
        return reader.after(position, AT_ONCE, kinds).stream()
                .<TrackedEventMessage<?>>map(LedgerSource::tracked)
                .toList();
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
            ahead.addAll(after(position));
            if (!ahead.isEmpty()) {
                position = ahead.getLast().trackingToken().position().orElseThrow();
            }
        }
    }
}

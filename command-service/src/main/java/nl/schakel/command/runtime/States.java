package nl.schakel.command.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;

/** The states of histories: folded from the ledger, the hot ones kept. */
final class States {

    /** As many facts as the states that are kept may stand on; each leaves 0 to 150 bytes there. */
    private static final long FACTS_KEPT = 1_000_000;

    private final LedgerReader reader;
    private final Cache<StreamId, Kept<?>> cache =
            Caffeine.newBuilder()
                    .maximumWeight(FACTS_KEPT)
                    .<StreamId, Kept<?>>weigher(
                            (_, kept) -> (int) Math.min(1 + kept.version(), Integer.MAX_VALUE))
                    .build();

    States(LedgerReader reader) {
        this.reader = reader;
    }

    /** The state as this process knows it; may be behind another process. */
    <F extends Fact, S> Kept<S> known(Rulebook<?, F, S> rulebook, StreamId stream) {
        return cached(rulebook, stream).orElseGet(() -> current(rulebook, stream));
    }

    /** The state as the ledger has it now: one indexed read when nothing changed. */
    <F extends Fact, S> Kept<S> current(Rulebook<?, F, S> rulebook, StreamId stream) {
        var before = cached(rulebook, stream).orElseGet(() -> new Kept<>(rulebook.initial(), 0, 0));
        var after = reader.stream(stream, before.version() - 1);
        if (after.isEmpty()) {
            return before;
        }
        var last = after.getLast();
        var now =
                new Kept<>(
                        rulebook.replay(
                                before.state(), after.stream().map(Recorded::fact).toList()),
                        last.sequence() + 1,
                        last.position());
        keep(stream, now);
        return now;
    }

    void keep(StreamId stream, Kept<?> kept) {
        cache.put(stream, kept);
    }

    void drop(StreamId stream) {
        cache.invalidate(stream);
    }

    @SuppressWarnings("unchecked")
    private <S> Optional<Kept<S>> cached(Rulebook<?, ?, S> rulebook, StreamId stream) {
        assert stream.kind().equals(rulebook.kind());
        return Optional.ofNullable((Kept<S>) cache.getIfPresent(stream));
    }
}

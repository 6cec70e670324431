package nl.schakel.ledger.witness;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.evidence.SealingKey;
import nl.schakel.ledger.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Signs for a checkpoint, or refuses: there is one history, and it only grows. What it remembers is
 * all that it knows; the first checkpoint that it ever sees it takes as it is.
 */
final class Judge {

    private final Memory memory;
    private final Seal log;
    private final SealingKey key;
    private final InstantSource clock;

    Judge(Memory memory, Seal log, SealingKey key, InstantSource clock) {
        this.memory = memory;
        this.log = log;
        this.key = key;
        this.clock = clock;
    }

    /** What it signed for last. */
    synchronized Optional<Cosigned> last() throws IOException {
        return memory.last();
    }

    /** What it signed for last of what covers no more than so many facts. */
    synchronized Optional<Cosigned> last(long size) throws IOException {
        return memory.last(size);
    }

    /**
     * Signs for the last of these, and remembers it.
     *
     * @param shown all checkpoints after the one that it remembers, in their order
     * @param proof that the last of them continues what it remembers (RFC 9162, section 2.1.4); for
     *     an older state that was put back, the last that covers no more than that
     * @throws Refusal with one sentence; nothing is signed and nothing is remembered then
     */
    synchronized Cosigned sign(List<Checkpoint> shown, List<byte[]> proof) throws IOException {
        if (shown.isEmpty()) {
            throw new Refusal("No checkpoint was shown.");
        }
        for (var checkpoint : shown) {
            if (!log.signed(checkpoint)) {
                throw refusal(checkpoint, "was not signed by the log that is watched here");
            }
        }
        var last = memory.last();
        var newest = shown.getLast();
        if (last.isPresent() && last.get().checkpoint().line().equals(newest.line())) {
            return last.get();
        }
        chained(last.map(Cosigned::checkpoint).orElse(null), shown);
        var from = newest.kind() == Checkpoint.Kind.SEALED ? last : memory.last(newest.size());
        if (from.isPresent() && !continues(from.get().checkpoint(), newest, proof)) {
            throw refusal(
                    newest,
                    "comes without a proof that it continues that over %d"
                            .formatted(from.get().checkpoint().size()));
        }
        var signed = Cosigned.sign(newest, clock.instant(), key);
        memory.add(signed);
        return signed;
    }

    private static boolean continues(Checkpoint from, Checkpoint to, List<byte[]> proof) {
        return Tree.continues(from.root(), from.size(), to.root(), to.size(), proof);
    }

    private static void chained(@Nullable Checkpoint last, List<Checkpoint> shown) {
        var before = last;
        for (var checkpoint : shown) {
            if (before != null) {
                follows(before, checkpoint);
            }
            if (checkpoint.kind() == Checkpoint.Kind.RESTORED && checkpoint != shown.getLast()) {
                throw refusal(checkpoint, "admits an older state and must be shown by itself");
            }
            before = checkpoint;
        }
    }

    private static void follows(Checkpoint before, Checkpoint checkpoint) {
        if (!Arrays.equals(checkpoint.previous(), before.hash())) {
            throw refusal(checkpoint, "does not follow the one over %d".formatted(before.size()));
        }
        if (checkpoint.kind() == Checkpoint.Kind.SEALED && checkpoint.size() < before.size()) {
            throw refusal(checkpoint, "covers less than the one before it");
        }
    }

    private static Refusal refusal(Checkpoint checkpoint, String what) {
        return new Refusal("The checkpoint over %d %s.".formatted(checkpoint.size(), what));
    }

    /** Why it does not sign: one sentence. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        final String sentence;

        Refusal(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }
    }
}

package nl.schakel.ledger.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.CheckpointFile;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.evidence.StoredFact;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.Frontier;
import nl.schakel.ledger.tree.Nodes;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes everything from stored bytes, once from the left, in constant memory, and trusts
 * nothing but the key.
 */
final class Verifier {

    private final Iterator<StoredFact> facts;
    private final CheckpointFile checkpoints;
    private final Seal seal;
    private final @Nullable Nodes leaves;
    private final Frontier frontier = new Frontier();
    private @Nullable StoredFact ahead;
    private long suspect;
    private byte[] previous = Checkpoint.NOTHING;
    private long covered;

    /**
     * @param facts in the order of their positions
     * @param checkpoints in the order in which they were made, none younger than the facts
     * @param leaves what was sealed at each position, if that is known: makes an answer exact
     */
    Verifier(
            Iterator<StoredFact> facts,
            CheckpointFile checkpoints,
            Seal seal,
            @Nullable Nodes leaves) {
        this.facts = facts;
        this.checkpoints = checkpoints;
        this.seal = seal;
        this.leaves = leaves;
        this.ahead = facts.hasNext() ? facts.next() : null;
    }

    /**
     * Verifies all.
     *
     * @param trusted the last checkpoint that was found right before, if there is one
     * @param progress is told each thousandth position
     */
    Finding verify(@Nullable Checkpoint trusted, LongConsumer progress) throws IOException {
        var restored = restored();
        Checkpoint last = null;
        Checkpoint back = null;
        boolean met = trusted == null;
        try (var lines = checkpoints.open()) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var checkpoint = read(line);
                if (!gone(checkpoint, number, restored)) {
                    reach(checkpoint, last, progress);
                    last = checkpoint;
                }
                if (met && trusted != null && checkpoint.kind() == Checkpoint.Kind.RESTORED) {
                    back = checkpoint;
                }
                met = met || line.equals(Objects.requireNonNull(trusted).line());
                number++;
            }
        }
        if (!met) {
            throw new Wrong(
                    Objects.requireNonNull(trusted).size(),
                    "a checkpoint that was trusted before is not there any more");
        }
        long sealed = frontier.size();
        while (ahead != null) {
            take(progress);
        }
        return new Finding(last, sealed, frontier.size() - sealed, restored.size(), back);
    }

    /** A line that admits that an older state was put back. */
    private record Restored(int number, long size) {}

    private List<Restored> restored() throws IOException {
        var found = new ArrayList<Restored>();
        try (var lines = checkpoints.open()) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Checkpoint.Kind.RESTORED.word())) {
                    found.add(new Restored(number, signed(line).size()));
                }
                number++;
            }
        }
        return found;
    }

    /** What it covers was admitted later to be gone. */
    private static boolean gone(Checkpoint checkpoint, int number, List<Restored> restored) {
        return restored.stream().anyMatch(r -> r.number() > number && r.size() < checkpoint.size());
    }

    private Checkpoint read(String line) {
        var checkpoint = signed(line);
        if (!Arrays.equals(checkpoint.previous(), previous)) {
            throw new Wrong(frontier.size() + 1, "a checkpoint does not follow the one before it");
        }
        if (checkpoint.kind() == Checkpoint.Kind.SEALED && checkpoint.size() < covered) {
            throw new Wrong(checkpoint.size() + 1, "a checkpoint covers less than the one before");
        }
        previous = checkpoint.hash();
        covered = checkpoint.size();
        return checkpoint;
    }

    private Checkpoint signed(String line) {
        try {
            var checkpoint = Checkpoint.parse(line);
            if (seal.signed(checkpoint)) {
                return checkpoint;
            }
            throw new Wrong(frontier.size() + 1, "a checkpoint was not signed by this key");
        } catch (IllegalArgumentException e) {
            throw new Wrong(frontier.size() + 1, "a line is no checkpoint");
        }
    }

    private void reach(Checkpoint checkpoint, @Nullable Checkpoint last, LongConsumer progress) {
        while (frontier.size() < checkpoint.size()) {
            if (ahead == null) {
                throw new Wrong(frontier.size() + 1, "the ledger ends before what was sealed");
            }
            take(progress);
        }
        if (!Arrays.equals(frontier.root(), checkpoint.root())) {
            throw suspect > 0
                    ? new Wrong(suspect, "this is not the fact that was sealed here")
                    : new Wrong(
                            last == null ? 1 : last.size() + 1,
                            "here or before position %d facts are not those that were sealed"
                                    .formatted(checkpoint.size() + 1));
        }
        suspect = 0;
    }

    private void take(LongConsumer progress) {
        var fact = Objects.requireNonNull(ahead);
        long position = frontier.size() + 1;
        if (fact.position() != position) {
            throw new Wrong(position, "no fact stands here");
        }
        if (!Arrays.equals(fact.computed(), fact.hash())) {
            throw new Wrong(position, "the columns are not those of the hash beside them");
        }
        var leaf = Digest.leaf(position, fact.hash());
        if (suspect == 0 && leaves != null && !sealedHere(leaf, position, leaves)) {
            suspect = position;
        }
        frontier.add(leaf);
        ahead = facts.hasNext() ? facts.next() : null;
        if (position % 1_000 == 0) {
            progress.accept(position);
        }
    }

    private static boolean sealedHere(byte[] leaf, long position, Nodes leaves) {
        try {
            return Arrays.equals(leaf, leaves.at(0, position - 1));
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    /**
     * What was found to be right.
     *
     * @param last the last checkpoint, if there is one
     * @param sealed facts under it
     * @param younger facts after it: not yet sealed
     * @param restored times that an older state was put back, and admitted
     * @param back the last of those after what was trusted before, if there is one
     */
    record Finding(
            @Nullable Checkpoint last,
            long sealed,
            long younger,
            int restored,
            @Nullable Checkpoint back) {}

    /** What is wrong, and the first position where. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        final long position;

        Wrong(long position, String what) {
            super("position " + position + ": " + what, null, false, false);
            this.position = position;
        }
    }
}

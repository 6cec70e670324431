package nl.schakel.ledger.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.Frontier;
import nl.schakel.ledger.tree.Tree;
import nl.schakel.ledger.tree.TreeFile;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record that an older state of the ledger was put back: a signed line that follows those
 * about what is gone.
 */
public final class Restoration {

    private static final int AT_ONCE = 10_000;

    private Restoration() {}

    /**
     * Signs for the ledger as it is now, and makes its tree again.
     *
     * @param ledger reads all of it as of one moment; must not commit by itself
     * @param evidence with all checkpoints that were ever made, and the tree under the last
     * @return the line that was added
     * @throws IllegalArgumentException with one sentence when a fact is not the one that was sealed
     *     at its position: nothing is signed then
     */
    public static Checkpoint admit(Connection ledger, Evidence evidence, SealingKey key, Instant at)
            throws SQLException, IOException {
        var last = evidence.checkpoints().last().orElse(null);
        var made = evidence.folder().resolve("tree.new");
        Files.deleteIfExists(made);
        var frontier = new Frontier();
        try (var sealed = authentic(evidence.tree(), last);
                var tree = TreeFile.write(made)) {
            read(ledger, frontier, tree, sealed, last == null ? 0 : last.size());
            tree.force();
        }
        Files.move(made, evidence.tree(), StandardCopyOption.REPLACE_EXISTING);
        var admitted =
                Checkpoint.sign(
                        Checkpoint.Kind.RESTORED,
                        frontier.size(),
                        frontier.root(),
                        at,
                        last == null ? Checkpoint.NOTHING : last.hash(),
                        key);
        evidence.checkpoints().add(admitted);
        return admitted;
    }

    private static void read(
            Connection ledger,
            Frontier frontier,
            TreeFile tree,
            @Nullable TreeFile sealed,
            long upTo)
            throws SQLException, IOException {
        try (var asked = ledger.createStatement()) {
            asked.setFetchSize(AT_ONCE);
            try (var rows =
                    asked.executeQuery(
                            "SELECT position, hash FROM ledger.fact ORDER BY position")) {
                while (rows.next()) {
                    long position = frontier.size() + 1;
                    var leaf = Digest.leaf(position, rows.getBytes(2));
                    if (rows.getLong(1) != position
                            || sealed != null
                                    && position <= upTo
                                    && !Arrays.equals(leaf, sealed.at(0, position - 1))) {
                        throw new IllegalArgumentException(
                                "Position %d is not the fact that was sealed.".formatted(position));
                    }
                    tree.add(frontier.add(leaf));
                }
            }
        }
    }

    /** The tree, if it is the one under this checkpoint: then each leaf can be held against it. */
    private static @Nullable TreeFile authentic(Path file, @Nullable Checkpoint last)
            throws IOException {
        if (last == null || !Files.exists(file)) {
            return null;
        }
        var tree = TreeFile.read(file);
        if (tree.size() >= last.size()
                && Arrays.equals(new Tree(tree).root(last.size()), last.root())) {
            return tree;
        }
        tree.close();
        return null;
    }
}

package nl.schakel.ledger.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.TreeFile;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The folder outside the database that holds the evidence.
 *
 * @param folder with {@code checkpoints} and {@code tree}, and the erasure list of the vault
 */
public record Evidence(Path folder) {

    /**
     * The evidence of a deployment.
     *
     * @throws IllegalArgumentException with one sentence when the folder is not named or not there
     */
    public static Evidence in(@Nullable Path folder) {
        if (folder == null) {
            throw new IllegalArgumentException(
                    "schakel.evidence.folder is not set: say where the checkpoints are kept.");
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "schakel.evidence.folder names " + folder + ", which is not a folder.");
        }
        return new Evidence(folder);
    }

    /** The signed checkpoints. */
    public CheckpointFile checkpoints() {
        return new CheckpointFile(folder.resolve("checkpoints"));
    }

    /** The nodes of the tree. */
    public Path tree() {
        return folder.resolve("tree");
    }

    /** Which keys of the vault were destroyed: what is put back later must not open again. */
    public Path erased() {
        return folder.resolve("erased");
    }

    /** The public half of the key that signs. */
    public Path publicKey() {
        return folder.resolve("seal.pub");
    }

    /** What a witness signed for. */
    public Path witnessed() {
        return folder.resolve("witnessed");
    }

    /** The public half of the key of the witness. */
    public Path witnessKey() {
        return folder.resolve("witness.pub");
    }

    /**
     * What tells this ledger apart from the one that was sealed, if anything does: one sentence.
     *
     * @param source a role that reads the ledger
     */
    public Optional<String> wrong(DataSource source) {
        try {
            var last = checkpoints().last();
            if (last.isPresent() && !Seal.read(publicKey()).signed(last.get())) {
                return Optional.of(
                        "The last checkpoint in "
                                + folder
                                + " was not signed by the key of the log.");
            }
            return last.isEmpty() || last.get().size() == 0
                    ? Optional.empty()
                    : unlike(source, last.get());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("The checkpoints in " + folder + " cannot be read.");
        }
    }

    private Optional<String> unlike(DataSource source, Checkpoint last) throws IOException {
        var jdbc = JdbcClient.create(source);
        long head =
                jdbc.sql("SELECT coalesce(max(position), 0) FROM ledger.fact")
                        .query(Long.class)
                        .single();
        if (head < last.size()) {
            return Optional.of(
                    ("The ledger ends at position %d, but %d were sealed:"
                                    + " an older state was put back, and nobody signed for that.")
                            .formatted(head, last.size()));
        }
        if (!Files.exists(tree())) {
            return Optional.empty();
        }
        try (var tree = TreeFile.read(tree())) {
            return tree.size() < last.size() || sealed(jdbc, tree, last.size())
                    ? Optional.empty()
                    : Optional.of(
                            "Position %d is not the fact that was sealed: verify the ledger."
                                    .formatted(last.size()));
        }
    }

    private static boolean sealed(JdbcClient jdbc, TreeFile tree, long position) {
        try {
            var hash =
                    jdbc.sql("SELECT hash FROM ledger.fact WHERE position = ?")
                            .param(position)
                            .query(byte[].class)
                            .single();
            return Arrays.equals(tree.at(0, position - 1), Digest.leaf(position, hash));
        } catch (EmptyResultDataAccessException e) {
            return false;
        }
    }
}

package nl.schakel.ledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Checkpoint.Kind;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.Lines;
import nl.schakel.ledger.evidence.SealingKey;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.Frontier;
import nl.schakel.ledger.tree.Tree;
import nl.schakel.ledger.tree.TreeFile;

/** The evidence of a ledger without a database: facts are numbers, told twice they are the same. */
final class Log {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    final Evidence evidence;
    private final SealingKey key;
    private final Lines checkpoints;
    private Frontier frontier = new Frontier();
    private String told = "as it was";

    /** With the key in this folder, made when it is not there. */
    Log(Path folder, Path keys) throws IOException {
        evidence = new Evidence(Files.createDirectories(folder));
        checkpoints = new Lines(folder.resolve("checkpoints"));
        if (!Files.exists(keys.resolve("log.key"))) {
            SealingKey.make(keys.resolve("log.key"), keys.resolve("log.pub"));
        }
        key = SealingKey.read(keys.resolve("log.key"));
    }

    /** From here on another story is told. */
    void lies() {
        told = "as it was not";
    }

    /** So many facts more, under a checkpoint. */
    Checkpoint seal(int facts) throws IOException {
        try (var tree = TreeFile.write(evidence.tree())) {
            for (int i = 0; i < facts; i++) {
                var fact = (told + frontier.size()).getBytes(StandardCharsets.UTF_8);
                tree.add(frontier.add(Digest.of(fact)));
            }
        }
        return sign(Kind.SEALED);
    }

    /** An older state is put back, and admitted. */
    Checkpoint restore(long size) throws IOException {
        try (var tree = TreeFile.write(evidence.tree())) {
            tree.cut(size);
            frontier = tree.frontier(size);
        }
        return sign(Kind.RESTORED);
    }

    /** That one continues the other. */
    List<byte[]> proof(Checkpoint from, Checkpoint to) throws IOException {
        try (var tree = TreeFile.read(evidence.tree())) {
            return new Tree(tree).consistency(from.size(), to.size());
        }
    }

    private Checkpoint sign(Kind kind) throws IOException {
        var previous =
                checkpoints
                        .last()
                        .map(line -> Checkpoint.parse(line).hash())
                        .orElse(Checkpoint.NOTHING);
        var signed = Checkpoint.sign(kind, frontier.size(), frontier.root(), NOW, previous, key);
        checkpoints.add(signed.line());
        return signed;
    }
}

package nl.schakel.benchmarks.keeping;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.Sealer;
import nl.schakel.ledger.evidence.SealingKey;

/**
 * The evidence of a ledger whose facts are all sealed, and how the auditor's program is told of it.
 *
 * @param database that holds the facts
 * @param evidence outside of it
 */
public record Evident(Database database, Evidence evidence) {

    private static final Duration AT_ONCE = Duration.ofMillis(20);

    /** Seals what is there, up to this position. */
    public static Evident sealed(Database database, long head) {
        try {
            var folder = Files.createTempDirectory("measured");
            var evidence = new Evidence(folder);
            var key = folder.resolve("seal.key");
            SealingKey.make(key, evidence.publicKey());
            Files.writeString(folder.resolve("word"), database.passwords().get("verify"));
            try (var _ =
                    new Sealer(
                            database,
                            evidence,
                            SealingKey.read(key),
                            Clock.systemUTC(),
                            AT_ONCE,
                            new SimpleMeterRegistry())) {
                while (size(evidence) < head) {
                    LockSupport.parkNanos(AT_ONCE.toNanos());
                }
            }
            return new Evident(database, evidence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of the program that verifies. */
    public List<String> arguments() {
        Path folder = evidence.folder();
        return List.of(
                "--database", database.url(),
                "--password-file", folder.resolve("word").toString(),
                "--checkpoints", folder.resolve("checkpoints").toString(),
                "--tree", evidence.tree().toString(),
                "--key", evidence.publicKey().toString());
    }

    private static long size(Evidence evidence) throws IOException {
        return evidence.checkpoints().last().map(Checkpoint::size).orElse(0L);
    }
}

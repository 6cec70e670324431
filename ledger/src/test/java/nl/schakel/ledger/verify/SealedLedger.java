package nl.schakel.ledger.verify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.events.Fact;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.evidence.Sealer;
import nl.schakel.ledger.evidence.SealingKey;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.TreeFile;
import org.jspecify.annotations.Nullable;

/** A ledger with facts under checkpoints, and what an auditor needs to verify it. */
final class SealedLedger implements AutoCloseable {

    private static final Duration AT_ONCE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Database database = TestPostgres.fresh(Room.LEDGER);
    final Appending appending = new Appending(database);
    final Evidence evidence;
    private final Path key;

    SealedLedger(Path folder) throws IOException {
        this.evidence = new Evidence(Files.createDirectories(folder));
        this.key = folder.resolve("seal.key");
        SealingKey.make(key, evidence.publicKey());
    }

    /** So many decisions about new people, under one checkpoint. */
    void grow(int decisions) throws IOException {
        for (int i = 0; i < decisions; i++) {
            var person = Appending.someone();
            var once = new Once(Digest.of(bytes(person)), Digest.of(bytes("asked")));
            append(0, i % 2 == 0 ? once : null, Appending.registered(person));
        }
        sealUpTo(appending.reader.head());
    }

    void append(long sequence, @Nullable Once once, Fact... facts) {
        appending.append(sequence, once, facts);
    }

    Sealer sealer() {
        return new Sealer(
                database,
                evidence,
                SealingKey.read(key),
                Clock.systemUTC(),
                AT_ONCE,
                new SimpleMeterRegistry());
    }

    void sealUpTo(long position) throws IOException {
        try (var _ = sealer()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (sealed() < position) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("sealed only up to " + sealed());
                }
                LockSupport.parkNanos(AT_ONCE.toNanos());
            }
        }
    }

    long sealed() throws IOException {
        return evidence.checkpoints().last().map(Checkpoint::size).orElse(0L);
    }

    /** What the verifier finds in the transaction of this connection. */
    Verifier.Finding verify(Connection connection, @Nullable Checkpoint trusted, boolean exactly)
            throws SQLException, IOException {
        try (var facts = new StoredFacts(connection);
                var tree = TreeFile.read(evidence.tree())) {
            return new Verifier(
                            facts,
                            evidence.checkpoints(),
                            Seal.read(evidence.publicKey()),
                            exactly ? tree : null)
                    .verify(trusted, _ -> {});
        }
    }

    /** The database as one who may do everything, with all that guards the facts taken away. */
    Connection unguarded() throws SQLException {
        var connection = TestPostgres.asSuperuser(database);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE ledger.fact DISABLE TRIGGER ALL");
            statement.execute("ALTER TABLE ledger.fact DROP CONSTRAINT fact_sequence");
            statement.execute("ALTER TABLE ledger.fact DROP CONSTRAINT fact_occurred");
            statement.execute("DROP INDEX ledger.fact_once");
        }
        return connection;
    }

    @Override
    public void close() {
        appending.close();
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}

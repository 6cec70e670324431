package nl.schakel.standalone.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.schakel.access.fit.Unfit;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.Restoration;
import nl.schakel.ledger.evidence.SealingKey;
import nl.schakel.ledger.verify.Verify;
import nl.schakel.standalone.Home;
import nl.schakel.standalone.LocalPostgres;

/**
 * Puts a backup back into a home. It is made ready beside what is there, signed for and verified,
 * and only then takes its place: whatever stops it before that, nothing has changed.
 */
final class Restore {

    private static final List<String> KEYS = List.of("master.key", "sealing.key");

    private final Rooms kept;
    private final Rooms here;
    private final Rooms ready;
    private final PrintStream out;

    Restore(Path from, Path home, PrintStream out) {
        this.kept = new Rooms(from);
        this.here = new Rooms(home);
        this.ready = new Rooms(home.resolve("restoring"));
        this.out = out;
    }

    /** What was signed; throws {@link Unfit} with one sentence when it cannot be done. */
    Checkpoint make(Instant now) throws IOException {
        Manifest.check(kept.root());
        try (var home = Home.open(here.root())) {
            LocalPostgres.stopWhatWasLeftBehind(home);
            Folders.delete(ready.root());
            Files.createDirectory(ready.root());
            keys();
            Folders.copy(kept.postgres(), ready.postgres(), _ -> true);
            new Histories(kept, here).into(ready);
            var admitted = signed(home, now);
            takesItsPlace();
            return admitted;
        } finally {
            Folders.delete(ready.root());
        }
    }

    private void keys() throws IOException {
        for (var name : KEYS) {
            var ours = here.keys().resolve(name);
            if (Files.exists(ours) && Files.mismatch(ours, kept.keys().resolve(name)) >= 0) {
                throw new Unfit(
                        "This backup was made under another %s than that in %s: set SCHAKEL_HOME."
                                .formatted(name, here.keys()));
            }
        }
        Folders.copy(kept.keys(), here.keys(), name -> !Files.exists(here.keys().resolve(name)));
    }

    private Checkpoint signed(Home home, Instant now) throws IOException {
        try (var postgres = LocalPostgres.start(home, ready.postgres())) {
            var admitted = admitted(postgres.database(), now);
            if (verified(postgres.database()) != Verify.GREEN) {
                throw new Unfit("This backup is not what was sealed: nothing was put back.");
            }
            return admitted;
        } catch (SQLException e) {
            throw new Unfit("The database of this backup does not answer: nothing was put back.");
        }
    }

    private Checkpoint admitted(Database database, Instant now) throws SQLException, IOException {
        try (var ledger = database.alone("verify")) {
            ledger.setAutoCommit(false);
            return Restoration.admit(
                    ledger,
                    new Evidence(ready.evidence()),
                    SealingKey.read(here.keys().resolve("sealing.key")),
                    now);
        } catch (IllegalArgumentException e) {
            throw new Unfit(e.getMessage() + " Nothing was put back.");
        }
    }

    private int verified(Database database) throws IOException {
        var password = Files.createFile(ready.root().resolve("password"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(password, Objects.requireNonNull(database.passwords().get("verify")));
        var evidence = new Evidence(ready.evidence());
        return Verify.run(
                out,
                "--database",
                database.url(),
                "--password-file",
                password.toString(),
                "--checkpoints",
                ready.evidence().resolve("checkpoints").toString(),
                "--tree",
                evidence.tree().toString(),
                "--key",
                evidence.publicKey().toString());
    }

    /**
     * The erasure list first, the checkpoints last: when it is cut off half way, no service serves
     * an older state that nobody signed for, and it can be done again.
     */
    private void takesItsPlace() throws IOException {
        var replaced = here.root().resolve("replaced");
        Folders.delete(replaced);
        Files.createDirectories(here.evidence());
        move("erased");
        if (Files.exists(here.postgres())) {
            Files.move(here.postgres(), replaced);
        }
        Files.move(ready.postgres(), here.postgres());
        Files.deleteIfExists(here.told());
        Folders.copy(kept.told(), here.told());
        for (var name : List.of("witnessed", "witness.pub")) {
            Folders.copy(ready.evidence().resolve(name), here.evidence().resolve(name));
        }
        for (var name : List.of("tree", "seal.pub", "checkpoints")) {
            move(name);
        }
        Folders.delete(replaced);
    }

    private void move(String name) throws IOException {
        Files.move(
                ready.evidence().resolve(name),
                here.evidence().resolve(name),
                StandardCopyOption.REPLACE_EXISTING);
    }
}

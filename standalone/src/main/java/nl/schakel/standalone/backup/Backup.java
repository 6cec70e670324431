package nl.schakel.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import nl.schakel.access.fit.Unfit;
import nl.schakel.standalone.Home;
import nl.schakel.standalone.LocalPostgres;

/** Keeps all of a home elsewhere, whether Schakel runs in it or not. */
final class Backup {

    private final Rooms here;
    private final Rooms kept;

    Backup(Path home, Path to) {
        this.here = new Rooms(home);
        this.kept = new Rooms(to);
    }

    /** Throws {@link Unfit} with one sentence when it cannot be done. */
    void make(Instant now) throws IOException {
        if (!Files.exists(here.postgres().resolve("PG_VERSION"))) {
            throw new Unfit("There is nothing to keep in " + here.root() + ".");
        }
        room();
        var home = Home.unlessTaken(here.root());
        if (home.isEmpty()) {
            copy();
        } else {
            try (var ours = home.get()) {
                LocalPostgres.stopWhatWasLeftBehind(ours);
                try (var _ = LocalPostgres.start(ours, here.postgres())) {
                    copy();
                }
            }
        }
        Manifest.write(kept.root(), now.toString());
    }

    private void room() throws IOException {
        if (Files.exists(kept.root())) {
            try (var all = Files.newDirectoryStream(kept.root())) {
                if (all.iterator().hasNext()) {
                    throw new Unfit(kept.root() + " is not empty: choose a new folder.");
                }
            }
        }
        Files.createDirectories(kept.root());
        Files.setPosixFilePermissions(kept.root(), PosixFilePermissions.fromString("rwx------"));
    }

    private void copy() throws IOException {
        new HotCopy(here.postgres(), kept.postgres()).make(this::whatIsOlder);
        Folders.copy(here.keys(), kept.keys(), _ -> true);
        Folders.copy(here.told(), kept.told());
    }

    /**
     * The checkpoints are older than the facts that are kept, and the tree is not older than they:
     * so each of them holds. What a witness signed for is older than the checkpoints.
     */
    private void whatIsOlder() throws IOException {
        Files.createDirectories(kept.evidence());
        for (var name :
                List.of("witnessed", "witness.pub", "checkpoints", "tree", "seal.pub", "erased")) {
            Folders.copy(here.evidence().resolve(name), kept.evidence().resolve(name));
        }
    }
}

package nl.schakel.ledger.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.evidence.SealingKey;

/** All that a witness has: its key, its memory, and the public key of the one log it watches. */
final class WitnessFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private WitnessFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens it, made when it is not there.
     *
     * @throws IllegalArgumentException with one sentence when another process has it, when it
     *     watches another log, or when its memory was not written with its key
     */
    static WitnessFolder open(Path folder, Path log) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var own = new WitnessFolder(folder, locked(folder));
        try {
            own.furnish(log);
            return own;
        } catch (IOException | IllegalArgumentException e) {
            own.close();
            throw e;
        }
    }

    Memory memory() {
        return new Memory(folder.resolve("witnessed"));
    }

    Path publicKey() {
        return folder.resolve("witness.pub");
    }

    SealingKey key() {
        return SealingKey.read(folder.resolve("witness.key"));
    }

    Seal log() throws IOException {
        return Seal.read(folder.resolve("log.pub"));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void furnish(Path log) throws IOException {
        var watched = folder.resolve("log.pub");
        if (!Files.exists(watched)) {
            Seal.read(log);
            Files.copy(log, watched);
        } else if (Files.mismatch(log, watched) >= 0) {
            throw new IllegalArgumentException(
                    "The witness in %s watches another log than that of %s."
                            .formatted(folder, log));
        }
        if (!Files.exists(folder.resolve("witness.key"))) {
            SealingKey.make(folder.resolve("witness.key"), publicKey());
        }
        var own = Seal.read(publicKey());
        if (!memory().last().map(last -> last.by(own)).orElse(true)) {
            throw new IllegalArgumentException(
                    "The memory of the witness in %s was not written with its key."
                            .formatted(folder));
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very process has it
        }
        channel.close();
        throw new IllegalArgumentException("A witness runs already in " + folder + ".");
    }
}

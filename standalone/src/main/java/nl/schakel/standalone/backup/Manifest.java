package nl.schakel.standalone.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import nl.schakel.access.fit.Unfit;

/**
 * Each file of a backup with its SHA-256, written last: without it, or when it is not so, a folder
 * is no backup.
 */
final class Manifest {

    private static final String NAME = "manifest";
    private static final String FIRST = "schakel backup 1 ";

    private Manifest() {}

    /** Writes it for all that is in this folder. */
    static void write(Path folder, String at) throws IOException {
        var lines = Stream.concat(Stream.of(FIRST + at), files(folder).stream()).toList();
        var whole = Files.write(folder.resolve(NAME + ".new"), lines);
        Files.move(whole, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** When the backup was made; throws {@link Unfit} when it is none, or is damaged. */
    static String check(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new Unfit(folder + " is not a backup.");
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().startsWith(FIRST)) {
            throw new Unfit(folder + " is not a backup that this version can read.");
        }
        if (!new HashSet<>(lines.subList(1, lines.size())).equals(new HashSet<>(files(folder)))) {
            throw new Unfit("The backup in " + folder + " is damaged: not all is as it was kept.");
        }
        return lines.getFirst().substring(FIRST.length());
    }

    private static List<String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve(NAME)))
                    .sorted()
                    .map(file -> line(folder, file))
                    .toList();
        }
    }

    private static String line(Path folder, Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest())
                    + "  "
                    + folder.relativize(file);
        } catch (IOException e) {
            throw new Unfit(file + " cannot be read.");
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

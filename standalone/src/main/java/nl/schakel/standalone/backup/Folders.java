package nl.schakel.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Predicate;

/** Whole folders at once. */
final class Folders {

    private Folders() {}

    /**
     * Copies a folder with the rights of its files; what vanishes meanwhile is left out.
     *
     * @param wanted which files and folders, by their path below the folder
     */
    static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : (Iterable<Path>) all::iterator) {
                var below = from.relativize(path);
                if (path.equals(from) || wanted.test(below)) {
                    copy(path, to.resolve(below.toString()));
                }
            }
        }
    }

    /** Copies one file or makes one folder, unless it is there; what is not there is left out. */
    static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            return;
        }
        try {
            Files.copy(
                    from,
                    to,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            if (Files.exists(from)) {
                throw e;
            }
        }
    }

    /** Takes it away with all that it holds; it need not be there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

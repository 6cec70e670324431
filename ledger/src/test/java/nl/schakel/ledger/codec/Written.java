package nl.schakel.ledger.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in the source tree that a test compares, and writes when asked. */
public final class Written {

    static final String HOW =
            "write it with: mvn -pl ledger -am -Dschakel.write=true -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dtest=GoldenTest,EventsPageTest test";

    private Written() {}

    public static boolean asked() {
        return Boolean.getBoolean("schakel.write");
    }

    /** A path below the root of the repository. */
    public static Path root(String path) {
        return Path.of(System.getProperty("basedir", ".")).resolve("..").resolve(path).normalize();
    }

    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package nl.schakel.standalone.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import nl.schakel.access.fit.Unfit;
import nl.schakel.standalone.Start;

/** {@code ./start backup DIR} and {@code ./start restore DIR}. */
public final class Safekeeping {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private Safekeeping() {}

    /** Ends with 0 when it was done; else with one sentence, and 1, or 2 when not understood. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, System.getenv(), arguments));
    }

    /** As {@link #main}, in this environment; the code. */
    public static int run(
            PrintStream out, PrintStream err, Map<String, String> environment, String... said) {
        if (said.length != 2 || said[1].isBlank()) {
            err.println("usage: ./start backup DIR | ./start restore DIR");
            return NOT_UNDERSTOOD;
        }
        var home = absolute(environment.getOrDefault("SCHAKEL_HOME", ".schakel"));
        Start.log(home.resolve("logs"));
        try {
            if (said[0].equals("backup")) {
                new Backup(home, absolute(said[1])).make(Clock.systemUTC().instant());
                out.println("Bewaard in " + absolute(said[1]) + ".");
            } else {
                var restore = new Restore(absolute(said[1]), home, out);
                var signed = restore.make(Clock.systemUTC().instant());
                out.println("Teruggezet tot feit %d; dat is getekend.".formatted(signed.size()));
            }
            return DONE;
        } catch (Unfit e) {
            err.println(e.getMessage());
            return NOT_DONE;
        } catch (IOException e) {
            err.println("Cannot read or write: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}

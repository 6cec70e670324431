package nl.schakel.ledger.folds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestRoles;

/** Another JVM that writes what it is told to, and follows the ledger with the same folds. */
final class OtherProcess implements AutoCloseable {

    private static final String DONE = "done ";

    private final Process process;
    private final BufferedReader said;
    private final PrintWriter told;

    OtherProcess(Database database, List<Seen> folds) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var names = String.join(",", folds.stream().map(Seen::name).toList());
        process =
                new ProcessBuilder(
                                java,
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Daxoniq.update-checker.disabled=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                database.url(),
                                names)
                        .redirectError(Redirect.INHERIT)
                        .start();
        said = process.inputReader(StandardCharsets.UTF_8);
        told = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Tells it to write its half of a run; returns at once. */
    void begin(Disorder half) {
        told.println(half.seed() + " " + half.writer() + " " + half.standstill());
    }

    /** Waits until it was told that all of its half was written. */
    void wrote(Disorder half) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(DONE + half.seed())) {
                return;
            }
        }
        throw new AssertionError("the other process ended");
    }

    /** Stops it where it is, or lets it go on; it cannot tell. */
    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
        if (kill.inheritIO().start().waitFor() != 0) {
            throw new AssertionError("no signal was sent");
        }
    }

    @Override
    public void close() throws InterruptedException {
        told.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** What runs in it, until nobody tells it anything any more. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            var database = new Database(arguments[0], TestRoles.PASSWORDS);
            var folds = List.of(arguments[1].split(",")).stream().map(Seen::new);
            try (var ledger = new Appending(database);
                    var _ = new Following(database, "other", folds.toArray(Fold[]::new)).started();
                    var told = new Scanner(System.in, StandardCharsets.UTF_8)) {
                while (told.hasNextLong()) {
                    var half = new Disorder(told.nextLong(), told.nextInt(), told.nextInt());
                    half.write(ledger);
                    System.out.println(DONE + half.seed());
                }
            }
        }
    }
}

package nl.schakel.ledger.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.schakel.ledger.evidence.Evidence;

/** {@code tools/verify.mjs}, written in another language from the page of the format alone. */
final class SecondVerifier {

    private static final Path FACTS = Path.of("../tools/facts.sql");
    private static final long PATIENCE_SECONDS = 30;

    private SecondVerifier() {}

    /** Whether this machine has Node. */
    static boolean here() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it prints about the ledger in the transaction of this connection. */
    static String says(Connection connection, Evidence evidence, String... more)
            throws SQLException, IOException, InterruptedException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(Files.readString(FACTS))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        var file = Files.createTempFile("schakel", ".jsonl");
        Files.write(file, lines);
        var arguments =
                new ArrayList<>(
                        List.of(
                                file.toString(),
                                evidence.folder().resolve("checkpoints").toString(),
                                evidence.publicKey().toString()));
        arguments.addAll(List.of(more));
        var said = says(arguments.toArray(String[]::new));
        Files.delete(file);
        return said;
    }

    /** What it prints when it is asked this. */
    static String says(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "../tools/verify.mjs"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no answer in time");
        }
        return said.strip();
    }
}

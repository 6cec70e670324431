package nl.schakel.ledger.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.CheckpointFile;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Lines;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.tree.Nodes;
import nl.schakel.ledger.tree.TreeFile;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a whole ledger: its own program, its own role, its own memory of what it trusted last.
 *
 * <pre>
 * Verify --database jdbc:postgresql://host/name --password-file FILE
 *        --checkpoints FILE --key FILE [--tree FILE] [--memory FILE]
 *        [--witnessed FILE --witness-key FILE]
 * Verify --export FILE --key FILE
 * </pre>
 *
 * It ends with 0 when all is as it was sealed, 1 when not, 2 when that cannot be told.
 */
public final class Verify {

    /** All is as it was sealed. */
    public static final int GREEN = 0;

    /** Something was changed, added or taken away. */
    public static final int RED = 1;

    /** Something needed cannot be read. */
    public static final int CANNOT_TELL = 2;

    private static final String EXPORT = "--export";
    private static final String KEY = "--key";

    private static final String WITNESSED = "--witnessed";
    private static final String WITNESS_KEY = "--witness-key";

    private static final Set<String> NEEDED = Set.of("--password-file", "--checkpoints", KEY);

    private final Map<String, Path> files = new HashMap<>();
    private final PrintStream out;
    private String url = "";

    private Verify(PrintStream out) {
        this.out = out;
    }

    /** Verifies, says what was found, and ends with its code. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /** As {@link #main}, into this stream; the code. */
    public static int run(PrintStream out, String... arguments) {
        var verify = new Verify(out);
        try {
            verify.read(arguments);
            if (verify.files.containsKey(EXPORT)) {
                verify.exported();
            } else {
                verify.verify();
            }
            return GREEN;
        } catch (Verifier.Wrong | Exported.Wrong e) {
            out.println("RED  " + e.getMessage());
            return RED;
        } catch (IOException | SQLException | StoredFacts.Unreadable | IllegalArgumentException e) {
            out.println("CANNOT TELL  " + e.getMessage());
            return CANNOT_TELL;
        }
    }

    private void read(String... arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--database")) {
                url = arguments[i + 1];
            } else {
                files.put(arguments[i], Path.of(arguments[i + 1]));
            }
        }
        boolean witness = files.containsKey(WITNESSED) == files.containsKey(WITNESS_KEY);
        boolean export = files.containsKey(EXPORT) && files.containsKey(KEY);
        if (!export && (!witness || url.isEmpty() || !files.keySet().containsAll(NEEDED))) {
            throw new IllegalArgumentException(
                    "usage: --database URL --password-file FILE --checkpoints FILE --key FILE"
                            + " [--tree FILE] [--memory FILE] [--witnessed FILE --witness-key FILE],"
                            + " or: --export FILE --key FILE");
        }
    }

    /** One history in a file, without the database. */
    private void exported() throws IOException {
        var found = new Exported(Seal.read(file(KEY))).verify(file(EXPORT));
        var last = found.last();
        out.println(
                last == null
                        ? "GREEN  nothing is sealed yet"
                        : "GREEN  %d facts, sealed up to position %d at %s"
                                .formatted(found.facts(), last.size(), last.at()));
        if (found.younger() > 0) {
            out.println("       not yet sealed: " + found.younger());
        }
    }

    private void verify() throws IOException, SQLException {
        var password = Files.readString(file("--password-file")).strip();
        var trusted = trusted();
        var witnessed = witnessed();
        var checkpoints = new CheckpointFile(file("--checkpoints")).now();
        try (var connection = reading(new Database(url, Map.of("verify", password)));
                var facts = new StoredFacts(connection);
                var tree = tree()) {
            var found =
                    new Verifier(facts, checkpoints, Seal.read(file(KEY)), leaves(tree))
                            .verify(trusted, this::progress);
            var seen = witnessed == null ? null : witnessed.verify(checkpoints);
            say(found);
            say(seen);
            remember(found.last());
        }
    }

    /** All of it as of one moment, and nothing but reading. */
    private static Connection reading(Database database) throws SQLException {
        var connection = database.alone("verify");
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private void say(Verifier.Finding found) {
        var last = found.last();
        out.println(
                last == null
                        ? "GREEN  nothing is sealed yet"
                        : "GREEN  sealed up to position " + found.sealed() + " at " + last.at());
        if (found.younger() > 0) {
            out.println("       not yet sealed: " + found.younger());
        }
        if (found.restored() > 0) {
            out.println("       older states put back, and admitted: " + found.restored());
        }
        var back = found.back();
        if (back != null) {
            out.println(
                    "       since the last look: put back to position %d at %s"
                            .formatted(back.size(), back.at()));
        }
    }

    private void say(@Nullable Cosigned seen) {
        if (seen != null) {
            out.println(
                    "       witnessed up to position %d at %s"
                            .formatted(seen.checkpoint().size(), seen.at()));
        }
    }

    /**
     * What the witness signed for until now; the checkpoints that are read later hold all of it.
     */
    private @Nullable Witnessed witnessed() throws IOException {
        return files.containsKey(WITNESSED)
                ? new Witnessed(new Lines(file(WITNESSED)).now(), Seal.read(file(WITNESS_KEY)))
                : null;
    }

    private void progress(long position) {
        if (position % 100_000 == 0) {
            out.println("       " + position);
        }
    }

    private @Nullable Checkpoint trusted() throws IOException {
        var memory = files.get("--memory");
        return memory == null || !Files.exists(memory)
                ? null
                : Checkpoint.parse(Files.readString(memory, StandardCharsets.US_ASCII).strip());
    }

    private void remember(@Nullable Checkpoint last) throws IOException {
        var memory = files.get("--memory");
        if (memory != null && last != null) {
            var whole = memory.resolveSibling(memory.getFileName() + ".new");
            Files.writeString(whole, last.line() + "\n", StandardCharsets.US_ASCII);
            Files.move(whole, memory, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private @Nullable TreeFile tree() throws IOException {
        var tree = files.get("--tree");
        return tree == null || !Files.exists(tree) ? null : TreeFile.read(tree);
    }

    private static @Nullable Nodes leaves(@Nullable TreeFile tree) {
        return tree == null ? null : tree.fromTheLeft();
    }

    private Path file(String name) {
        return Objects.requireNonNull(files.get(name));
    }
}

package nl.schakel.ledger.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Lines;

/** What a witness signed for, one a line, in a file that only grows. */
final class Memory {

    private final Path file;
    private final Lines lines;

    /** In this file, which need not be there yet. */
    Memory(Path file) {
        this.file = file;
        this.lines = new Lines(file);
    }

    /** The last, if there is one. */
    Optional<Cosigned> last() throws IOException {
        return lines.last().map(Cosigned::parse);
    }

    /** The last that covers no more than so many facts: what an older state must go on from. */
    Optional<Cosigned> last(long size) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Cosigned last = null;
        try (var all = lines.now().open()) {
            for (var line = all.readLine(); line != null; line = all.readLine()) {
                var one = Cosigned.parse(line);
                last = one.checkpoint().size() <= size ? one : last;
            }
        }
        return Optional.ofNullable(last);
    }

    /** Adds it, unless it is the last already; returns when the disk has it. */
    void add(Cosigned cosigned) throws IOException {
        if (lines.last().filter(cosigned.line()::equals).isEmpty()) {
            lines.add(cosigned.line());
        }
    }
}

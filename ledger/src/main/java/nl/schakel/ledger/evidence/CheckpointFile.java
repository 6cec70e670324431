package nl.schakel.ledger.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checkpoints, one a line, in a file that only grows and lies outside the database. */
public final class CheckpointFile {

    private final Lines lines;

    /** In this file, which need not be there yet. */
    public CheckpointFile(Path file) {
        this(new Lines(file));
    }

    private CheckpointFile(Lines lines) {
        this.lines = lines;
    }

    /**
     * The whole lines that are there now, whatever is added later: a ledger that is read after this
     * holds all that they cover.
     */
    public CheckpointFile now() throws IOException {
        return new CheckpointFile(lines.now());
    }

    /** The last whole line, if there is one. */
    public Optional<Checkpoint> last() throws IOException {
        return lines.last().map(Checkpoint::parse);
    }

    /**
     * What was added after this one, the oldest first, and not beyond a restoration.
     *
     * @param most how many at once
     * @return nothing when this one is not in the file
     */
    public Optional<List<Checkpoint>> after(Checkpoint seen, int most) throws IOException {
        var last = last();
        if (last.isPresent() && Arrays.equals(last.get().previous(), seen.hash())) {
            return Optional.of(List.of(last.get()));
        }
        try (var all = now().open()) {
            for (var line = all.readLine(); line != null; line = all.readLine()) {
                if (line.equals(seen.line())) {
                    return Optional.of(next(all, most));
                }
            }
        }
        return Optional.empty();
    }

    /** All lines from the first, to read one by one. */
    public BufferedReader open() throws IOException {
        return lines.open();
    }

    /** Adds it, and returns when the disk has it; a line that was half written is cut off first. */
    void add(Checkpoint checkpoint) throws IOException {
        lines.add(checkpoint.line());
    }

    private static List<Checkpoint> next(BufferedReader from, int most) throws IOException {
        var next = new ArrayList<Checkpoint>();
        boolean more = true;
        while (more && next.size() < most) {
            var line = from.readLine();
            if (line == null) {
                return next;
            }
            next.add(Checkpoint.parse(line));
            more = next.getLast().kind() == Checkpoint.Kind.SEALED;
        }
        return next;
    }
}

package nl.schakel.ledger.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Checkpoints, one a line, in a file that only grows and lies outside the database. */
public final class CheckpointFile {

    private static final int LONGEST_LINE = 512;

    private final Path file;

    /** In this file, which need not be there yet. */
    public CheckpointFile(Path file) {
        this.file = file;
    }

    /** The last whole line, if there is one. */
    public Optional<Checkpoint> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - 2 * LONGEST_LINE);
            in.seek(from);
            var bytes = new byte[(int) (in.length() - from)];
            in.readFully(bytes);
            var text = new String(bytes, StandardCharsets.US_ASCII);
            int end = text.lastIndexOf('\n');
            return end < 0
                    ? Optional.empty()
                    : Optional.of(
                            Checkpoint.parse(
                                    text.substring(text.lastIndexOf('\n', end - 1) + 1, end)));
        }
    }

    /** All lines from the first, to read one by one. */
    public BufferedReader open() throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.US_ASCII);
    }

    /** Adds it, and returns when the disk has it; a line that was half written is cut off first. */
    void add(Checkpoint checkpoint) throws IOException {
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            channel.position(wholeLines(channel));
            channel.truncate(channel.position());
            var bytes =
                    ByteBuffer.wrap((checkpoint.line() + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static long wholeLines(FileChannel channel) throws IOException {
        long end = channel.size();
        var one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }
}

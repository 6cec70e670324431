package nl.schakel.ledger.evidence;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A text file that only grows, line by line; what was half written is no line. */
public final class Lines {

    private static final int LONGEST_LINE = 1024;

    private final Path file;

    private final long end;

    /** In this file, which need not be there yet. */
    public Lines(Path file) {
        this(file, Long.MAX_VALUE);
    }

    private Lines(Path file, long end) {
        this.file = file;
        this.end = end;
    }

    /** The whole lines that are there now, whatever is added later. */
    public Lines now() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Lines(file, wholeLines(channel));
        }
    }

    /** The last whole line, if there is one. */
    public Optional<String> last() throws IOException {
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
                    : Optional.of(text.substring(text.lastIndexOf('\n', end - 1) + 1, end));
        }
    }

    /** All lines from the first, to read one by one. */
    public BufferedReader open() throws IOException {
        var now = new Bounded(Files.newInputStream(file), end);
        return new BufferedReader(new InputStreamReader(now, StandardCharsets.US_ASCII));
    }

    /** Adds it, and returns when the disk has it; a line that was half written is cut off first. */
    public void add(String line) throws IOException {
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            channel.position(wholeLines(channel));
            channel.truncate(channel.position());
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
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

    /** A stream up to a byte. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(into, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}

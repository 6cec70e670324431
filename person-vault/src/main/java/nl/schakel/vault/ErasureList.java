package nl.schakel.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.schakel.events.PersonId;

/**
 * Which keys were destroyed, one a line, in a file that only grows and lies outside the database,
 * so that an older database that is put back opens none of them again. A line is {@code person
 * scope moment mark}; the mark is made with the master key.
 */
public final class ErasureList {

    private static final int WORDS = 4;

    private final Path file;
    private final Ciphers ciphers;

    /** In this file, which need not be there yet. */
    public ErasureList(Path file, MasterKey master) {
        this.file = file;
        this.ciphers = new Ciphers(master);
    }

    /** One key. */
    record Key(PersonId person, String scope) {}

    /** Adds a key, and returns when the disk has it; a line that was half written is cut off. */
    synchronized void add(Key key, Instant at) {
        var bare = String.join(" ", key.person().value().toString(), key.scope(), at.toString());
        var line =
                ByteBuffer.wrap((bare + " " + mark(bare) + "\n").getBytes(StandardCharsets.UTF_8));
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(whole(text()).getBytes(StandardCharsets.UTF_8).length);
            channel.position(channel.size());
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All of them, and when each was destroyed.
     *
     * @throws IllegalArgumentException with one sentence when a line was changed
     */
    Map<Key, Instant> all() {
        var all = new LinkedHashMap<Key, Instant>();
        try {
            whole(text()).lines().forEach(line -> read(line, all));
        } catch (IOException e) {
            throw new IllegalArgumentException("The erasure list " + file + " cannot be read.", e);
        }
        return all;
    }

    private void read(String line, Map<Key, Instant> into) {
        var words = line.split(" ", -1);
        var bare = line.substring(0, Math.max(0, line.lastIndexOf(' ')));
        if (words.length != WORDS || !same(mark(bare), words[WORDS - 1])) {
            throw new IllegalArgumentException(
                    "The erasure list " + file + " holds a line that was not written here.");
        }
        into.putIfAbsent(
                new Key(new PersonId(UUID.fromString(words[0])), words[1]),
                Instant.parse(words[2]));
    }

    private String text() throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private String mark(String line) {
        try {
            return HexFormat.of().formatHex(ciphers.mark("erased", line));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String mark, String other) {
        return MessageDigest.isEqual(
                mark.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

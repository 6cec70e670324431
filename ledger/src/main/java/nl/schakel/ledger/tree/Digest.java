package nl.schakel.ledger.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashes of the evidence, all SHA-256. */
public final class Digest {

    /** Bytes in a hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Never used itself. */
    private static final MessageDigest SHA_256 = sha256();

    private Digest() {}

    /**
     * The hash of a fact: over its columns in their order, each as a length of four bytes and its
     * bytes; absent is length -1.
     *
     * @param columns null, bytes as they are, a moment as microseconds since 1970 in decimals, or
     *     anything else as its text in UTF-8
     */
    public static byte[] columns(List<? extends @Nullable Object> columns) {
        var values = new ArrayList<byte @Nullable []>(columns.size());
        int size = columns.size() * Integer.BYTES;
        for (var column : columns) {
            var value = bytes(column);
            values.add(value);
            size += value == null ? 0 : value.length;
        }
        var bytes = ByteBuffer.allocate(size);
        for (var value : values) {
            if (value == null) {
                bytes.putInt(-1);
            } else {
                bytes.putInt(value.length).put(value);
            }
        }
        return of(bytes.array());
    }

    /** The leaf of a fact in the tree: its position, from 1, and its hash. */
    public static byte[] leaf(long position, byte[] hash) {
        return of(
                new byte[] {LEAF}, ByteBuffer.allocate(Long.BYTES).putLong(position).array(), hash);
    }

    /** What stands above two nodes (RFC 9162, 2.1.1). */
    public static byte[] node(byte[] left, byte[] right) {
        return of(new byte[] {NODE}, left, right);
    }

    /** SHA-256 over these bytes, one after another. */
    public static byte[] of(byte[]... parts) {
        try {
            var digest = (MessageDigest) SHA_256.clone();
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asking for one by name each time costs as much as a short hash. */
    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte @Nullable [] bytes(@Nullable Object column) {
        return switch (column) {
            case null -> null;
            case byte[] asTheyAre -> asTheyAre;
            case Instant at -> text(micros(at));
            default -> text(column);
        };
    }

    private static byte[] text(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }
}

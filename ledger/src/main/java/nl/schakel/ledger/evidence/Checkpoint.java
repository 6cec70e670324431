package nl.schakel.ledger.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import nl.schakel.ledger.tree.Digest;

/**
 * What the ledger was at one moment, signed.
 *
 * @param kind why it was written
 * @param size facts that it covers: the positions 1 to this
 * @param root of the tree over them
 * @param at when it was made
 * @param previous hash of the line before it; zeros before the first
 * @param signature Ed25519 over the line without itself
 */
public record Checkpoint(
        Kind kind, long size, byte[] root, Instant at, byte[] previous, byte[] signature) {

    /** Zeros: what stands before the first. */
    public static final byte[] NOTHING = new byte[Digest.BYTES];

    private static final HexFormat HEX = HexFormat.of();
    private static final int WORDS = 6;

    /** Why a checkpoint was written. */
    public enum Kind {
        /** Facts came: it continues the one before. */
        SEALED,
        /** An older state was put back: what came after it is gone, and that is admitted. */
        RESTORED;

        /** As the file has it. */
        public String word() {
            return this == SEALED ? "sealed" : "restored";
        }
    }

    /** Signs what the ledger is now. */
    public static Checkpoint sign(
            Kind kind, long size, byte[] root, Instant at, byte[] previous, SealingKey key) {
        var bare = new Checkpoint(kind, size, root, at, previous, new byte[0]);
        return new Checkpoint(kind, size, root, at, previous, key.sign(bare.signed()));
    }

    /**
     * Reads a line of the file.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Checkpoint parse(String line) {
        var words = line.split(" ", -1);
        if (words.length != WORDS) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        var kind =
                switch (words[0]) {
                    case "sealed" -> Kind.SEALED;
                    case "restored" -> Kind.RESTORED;
                    default -> throw new IllegalArgumentException("not a checkpoint");
                };
        try {
            var read =
                    new Checkpoint(
                            kind,
                            Long.parseLong(words[1]),
                            HEX.parseHex(words[2]),
                            Instant.parse(words[3]),
                            HEX.parseHex(words[4]),
                            HEX.parseHex(words[5]));
            if (!read.line().equals(line)) {
                throw new IllegalArgumentException("not as it would be written");
            }
            return read;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a moment", e);
        }
    }

    /** As it stands in the file. */
    public String line() {
        return bare() + " " + HEX.formatHex(signature);
    }

    /** What the next one names as the one before it. */
    public byte[] hash() {
        return Digest.of(line().getBytes(StandardCharsets.UTF_8));
    }

    byte[] signed() {
        return bare().getBytes(StandardCharsets.UTF_8);
    }

    private String bare() {
        return String.join(
                " ",
                kind.word(),
                String.valueOf(size),
                HEX.formatHex(root),
                at.toString(),
                HEX.formatHex(previous));
    }
}

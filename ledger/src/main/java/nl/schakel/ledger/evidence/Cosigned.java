package nl.schakel.ledger.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A checkpoint that a witness signed for: it goes on from those that it signed for before.
 *
 * @param checkpoint as the log signed it
 * @param at when the witness signed
 * @param signature Ed25519 by the key of the witness over the line without itself
 */
public record Cosigned(Checkpoint checkpoint, Instant at, byte[] signature) {

    private static final String WORD = "witnessed";
    private static final int WORDS = 9;
    private static final HexFormat HEX = HexFormat.of();

    /** Signs for it with the key of the witness. */
    public static Cosigned sign(Checkpoint checkpoint, Instant at, SealingKey key) {
        var bare = new Cosigned(checkpoint, at, new byte[0]);
        return new Cosigned(checkpoint, at, key.sign(bare.signed()));
    }

    /**
     * Reads a line of the file.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Cosigned parse(String line) {
        var words = line.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(WORD)) {
            throw new IllegalArgumentException("not signed for by a witness");
        }
        try {
            var checkpoint = String.join(" ", Arrays.copyOfRange(words, 2, WORDS - 1));
            var read =
                    new Cosigned(
                            Checkpoint.parse(checkpoint),
                            Instant.parse(words[1]),
                            HEX.parseHex(words[WORDS - 1]));
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

    /** Whether the owner of this key signed for it. */
    public boolean by(Seal witness) {
        return witness.signed(signed(), signature);
    }

    private byte[] signed() {
        return bare().getBytes(StandardCharsets.UTF_8);
    }

    private String bare() {
        return String.join(" ", WORD, at.toString(), checkpoint.line());
    }
}

package nl.schakel.ledger.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public half of a {@link SealingKey}: says whether a checkpoint was signed by it. */
public final class Seal {

    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private Seal(PublicKey key) {
        this.key = key;
    }

    /** Reads the file (X.509, PEM). */
    public static Seal read(Path file) throws IOException {
        try {
            var pem = Files.readString(file, StandardCharsets.US_ASCII);
            var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return new Seal(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no public Ed25519 key", e);
        }
    }

    /** Whether the owner of this key signed it. */
    public boolean signed(Checkpoint checkpoint) {
        return signed(checkpoint.signed(), checkpoint.signature());
    }

    /** Whether the owner of this key signed these bytes. */
    boolean signed(byte[] bytes, byte[] by) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(by);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

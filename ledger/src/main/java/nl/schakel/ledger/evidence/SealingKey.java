package nl.schakel.ledger.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The Ed25519 key that signs checkpoints: a file (PKCS 8, PEM) that the database never sees. */
public final class SealingKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private SealingKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong with it
     */
    public static SealingKey read(@Nullable Path file) {
        if (file == null) {
            throw new IllegalArgumentException(
                    "schakel.evidence.key-file is not set: say where the sealing key is.");
        }
        try {
            var pem = Files.readString(file, StandardCharsets.US_ASCII);
            var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return new SealingKey(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The sealing key cannot be read: schakel.evidence.key-file names "
                            + file
                            + ", which must hold an Ed25519 key (PKCS 8, PEM).",
                    e);
        }
    }

    /** Makes a new key in a file that only its owner reads, and its public half beside it. */
    public static void make(Path file, Path publicFile) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(what, Base64.getEncoder().encodeToString(bytes), what);
    }
}

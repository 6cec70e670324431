package nl.schakel.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps all others; comes from outside the database, and is never written anywhere.
 */
public final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Reads 32 bytes in base64.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong with the file
     */
    public static MasterKey read(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "The master key cannot be read: schakel.vault.master-key-file names "
                            + file
                            + ".");
        }
        try {
            onlyItsOwnerReads(file);
            var secret = decoded(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length != BYTES) {
                throw new IllegalArgumentException(
                        "The master key in " + file + " must be 32 bytes in base64.");
            }
            return new MasterKey(secret);
        } catch (IOException e) {
            throw new IllegalArgumentException("The master key in " + file + " cannot be read.", e);
        }
    }

    /** Makes a new key in a file that only its owner reads; the parent directory must be there. */
    public static MasterKey make(Path file) throws IOException {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        var owner =
                PosixFilePermissions.asFileAttribute(
                        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Files.createFile(file, owner);
        Files.writeString(
                file, Base64.getEncoder().encodeToString(secret) + "\n", StandardCharsets.US_ASCII);
        return new MasterKey(secret);
    }

    /**
     * A key for one use only; different labels give unrelated keys (HMAC-SHA256 as a key
     * derivation, RFC 5869 expand).
     */
    byte[] derive(String label) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(label.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing of what stands there may be told, not even in a message about it. */
    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static void onlyItsOwnerReads(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        var open =
                Files.getPosixFilePermissions(file).stream()
                        .anyMatch(p -> p.name().startsWith("OTHERS"));
        if (open) {
            throw new IllegalArgumentException(
                    "The master key in "
                            + file
                            + " can be read by others: take their rights away (chmod 600).");
        }
    }
}

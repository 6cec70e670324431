package nl.schakel.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.schakel.events.PersonId;

/**
 * AES-256-GCM through Tink: keys wrapped by the master key, texts bound to person, scope and field.
 */
final class Ciphers {

    private final MasterKey master;
    private final Aead wrapper;

    Ciphers(MasterKey master) {
        try {
            AeadConfig.register();
            this.master = master;
            this.wrapper = aead(master.derive("wrap"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] newKey(PersonId person, String scope) throws GeneralSecurityException {
        var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                key, wrapper, bound(person, scope, "key"));
    }

    String seal(byte[] wrapped, PersonId person, String scope, String field, String text)
            throws GeneralSecurityException {
        return seal(unwrap(wrapped, person, scope), person, scope, field, text);
    }

    String seal(Aead key, PersonId person, String scope, String field, String text)
            throws GeneralSecurityException {
        var cipher =
                key.encrypt(text.getBytes(StandardCharsets.UTF_8), bound(person, scope, field));
        return Base64.getEncoder().encodeToString(cipher);
    }

    String open(byte[] wrapped, PersonId person, String scope, String field, String cipher)
            throws GeneralSecurityException {
        var plain =
                unwrap(wrapped, person, scope)
                        .decrypt(Base64.getDecoder().decode(cipher), bound(person, scope, field));
        return new String(plain, StandardCharsets.UTF_8);
    }

    /**
     * A hash that only this master key can make; the parts are set apart, so that they cannot run
     * together.
     */
    byte[] mark(byte[] key, String... parts) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(
                    HexFormat.of().toHexDigits(bytes.length).getBytes(StandardCharsets.US_ASCII));
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    byte[] mark(String purpose, String... parts) throws GeneralSecurityException {
        return mark(master.derive("mark:" + purpose), parts);
    }

    /** What a service keeps for itself; about nobody. */
    byte[] cover(String purpose, byte[] plain) throws GeneralSecurityException {
        return aead(master.derive("cover:" + purpose)).encrypt(plain, new byte[0]);
    }

    byte[] uncover(String purpose, byte[] covered) throws GeneralSecurityException {
        return aead(master.derive("cover:" + purpose)).decrypt(covered, new byte[0]);
    }

    byte[] canary() throws GeneralSecurityException {
        return wrapper.encrypt("schakel".getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    boolean recognises(byte[] canary) {
        try {
            return new String(wrapper.decrypt(canary, new byte[0]), StandardCharsets.UTF_8)
                    .equals("schakel");
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    Aead unwrap(byte[] wrapped, PersonId person, String scope) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                        wrapped, wrapper, bound(person, scope, "key"))
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @AccessesPartialKey
    private static Aead aead(byte[] secret) throws GeneralSecurityException {
        var parameters =
                AesGcmParameters.builder()
                        .setKeySizeBytes(32)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build();
        var key =
                AesGcmKey.builder()
                        .setParameters(parameters)
                        .setKeyBytes(SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()))
                        .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] bound(PersonId person, String scope, String field) {
        return (person.value() + "|" + scope + "|" + field).getBytes(StandardCharsets.UTF_8);
    }
}

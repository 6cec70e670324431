package nl.schakel.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.events.PersonId;
import nl.schakel.vault.ErasureList.Key;
import nl.schakel.vault.Vault.GoneForever;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The wrapped keys of persons, to seal with. They are remembered for a while, so that another
 * process that destroyed one is noticed within {@link #REMEMBERED}; what was sealed meanwhile opens
 * for nobody, since whoever opens asks the database.
 */
final class Keys {

    static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MANY = 20_000;

    private final JdbcClient rows;
    private final Ciphers ciphers;
    private final Erasing erasing;
    private final Cache<Key, Known> near =
            Caffeine.newBuilder().maximumSize(MANY).expireAfterWrite(REMEMBERED).build();

    /** A key as it is kept, and ready to seal with. */
    record Known(byte[] wrapped, Aead ready) {}

    Keys(JdbcClient rows, Ciphers ciphers, ErasureList erased) {
        this.rows = rows;
        this.ciphers = ciphers;
        this.erasing = new Erasing(rows, erased);
    }

    /** The key, made when there was none; {@link GoneForever} when it was destroyed. */
    Known made(PersonId person, String scope, Instant now) {
        return there(person, scope)
                .orElseGet(
                        () -> {
                            make(person, scope, now);
                            return there(person, scope).orElseThrow(GoneForever::new);
                        });
    }

    /** The key, when it was made and not destroyed. */
    Optional<Known> there(PersonId person, String scope) {
        var key = new Key(person, scope);
        var known = near.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var read = read(key).map(wrapped -> new Known(wrapped, ready(key, wrapped)));
        read.ifPresent(found -> near.put(key, found));
        return read;
    }

    void destroy(PersonId person, String scope, Instant now) {
        erasing.destroy(person, scope, now);
        near.invalidate(new Key(person, scope));
    }

    int destroyAgain() {
        near.invalidateAll();
        return erasing.again();
    }

    private Aead ready(Key key, byte[] wrapped) {
        try {
            return ciphers.unwrap(wrapped, key.person(), key.scope());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("wrapped under another master key, or changed", e);
        }
    }

    private void make(PersonId person, String scope, Instant now) {
        try {
            rows.sql(
                            """
                            INSERT INTO vault.key (person, scope, wrapped, created_at)
                            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                            """)
                    .params(
                            person.value(),
                            scope,
                            ciphers.newKey(person, scope),
                            Timestamp.from(now))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<byte[]> read(Key key) {
        return rows.sql(
                        "SELECT wrapped FROM vault.key WHERE person = ? AND scope = ? AND wrapped IS NOT NULL")
                .params(key.person().value(), key.scope())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}

package nl.schakel.vault;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.schakel.events.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An identity as sealed fields, each bound to its name. */
final class Identities {

    static final TreeSet<String> FIELDS =
            new TreeSet<>(
                    List.of(
                            "naam",
                            "roepnaam",
                            "geboortedatum",
                            "telefoon",
                            "email",
                            "buurt",
                            "veiligContact"));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ciphers ciphers;

    Identities(Ciphers ciphers) {
        this.ciphers = ciphers;
    }

    String seal(PersonId person, byte[] key, Identity identity) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, person, key, "naam", identity.name());
        put(fields, person, key, "roepnaam", identity.callName());
        put(fields, person, key, "geboortedatum", identity.born());
        put(fields, person, key, "telefoon", identity.phone());
        put(fields, person, key, "email", identity.email());
        put(fields, person, key, "buurt", identity.neighbourhood());
        put(fields, person, key, "veiligContact", identity.safeContact());
        return JSON.writeValueAsString(fields);
    }

    Optional<Identity> open(PersonId person, byte @Nullable [] key, @Nullable String sealed) {
        if (key == null || sealed == null) {
            return Optional.empty();
        }
        var plain = new LinkedHashMap<String, String>();
        for (var field : JSON.readTree(sealed).properties()) {
            plain.put(
                    field.getKey(), open(person, key, field.getKey(), field.getValue().asString()));
        }
        return Optional.of(identity(plain));
    }

    private static Identity identity(Map<String, String> plain) {
        return new Identity(
                plain.getOrDefault("naam", ""),
                plain.getOrDefault("roepnaam", ""),
                Optional.ofNullable(plain.get("geboortedatum")).map(LocalDate::parse).orElse(null),
                plain.get("telefoon"),
                plain.get("email"),
                plain.get("buurt"),
                plain.get("veiligContact"));
    }

    private void put(
            Map<String, String> fields,
            PersonId person,
            byte[] key,
            String field,
            @Nullable Object value) {
        if (value == null) {
            return;
        }
        try {
            fields.put(field, ciphers.seal(key, person, Scopes.IDENTITY, field, value.toString()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String open(PersonId person, byte[] key, String field, String cipher) {
        try {
            return ciphers.open(key, person, Scopes.IDENTITY, field, cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed under another key, or changed", e);
        }
    }
}

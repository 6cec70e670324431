package nl.schakel.events;

/**
 * A text about a person, readable through the vault only.
 *
 * @param person whose key sealed it
 * @param scope which of the person's keys: {@code identity} or {@code referral:<id>}
 * @param field which field it is; bound to the cipher, so that texts cannot be swapped
 * @param cipher AES-256-GCM, base64
 */
public record Sealed(PersonId person, String scope, String field, String cipher) {}

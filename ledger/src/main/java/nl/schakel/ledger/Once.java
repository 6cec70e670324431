package nl.schakel.ledger;

/**
 * Stands on the first fact of a decision, so that a repeated request has one effect.
 *
 * @param key 32 bytes, a keyed hash of the actor and the key that the caller chose
 * @param request 32 bytes, a keyed hash of what was asked: tells the same request from another with
 *     the same key
 */
public record Once(byte[] key, byte[] request) {}

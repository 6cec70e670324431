package nl.schakel.ledger.folds;

import java.util.UUID;

/**
 * A fact that a fold could not take in, or that waits behind one.
 *
 * @param fold which fold
 * @param key whose order stands still: a person, or a history about nobody
 * @param position of the fact that waits
 * @param reason the name of what was thrown; never its message
 */
public record Parked(String fold, UUID key, long position, String reason) {}

package nl.schakel.ledger.folds;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a fold is for one key.
 *
 * @param position of the last fact that it took in; 0 when none
 * @param parkedSince since when it stands still, if it does
 */
public record Taken(long position, Optional<Instant> parkedSince) {}

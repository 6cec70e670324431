/**
 * Signed checkpoints, so that no fact can be changed, added or taken away unseen: {@code
 * docs/ledger-format.md} tells the bytes.
 */
@NullMarked
package nl.schakel.ledger.evidence;

import org.jspecify.annotations.NullMarked;

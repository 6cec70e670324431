/**
 * A second process with its own key and memory that signs for a checkpoint only when it goes on
 * from what it signed for before; and whoever shows it each new one.
 */
@NullMarked
package nl.schakel.ledger.witness;

import org.jspecify.annotations.NullMarked;

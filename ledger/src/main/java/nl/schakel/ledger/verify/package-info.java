/** A program of its own that trusts nobody: recomputes a whole ledger from its stored bytes. */
@NullMarked
package nl.schakel.ledger.verify;

import org.jspecify.annotations.NullMarked;

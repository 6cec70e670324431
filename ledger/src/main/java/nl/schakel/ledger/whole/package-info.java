/** The whole ledger at once: read through for a rebuild, and compared with what folds took in. */
@NullMarked
package nl.schakel.ledger.whole;

import org.jspecify.annotations.NullMarked;

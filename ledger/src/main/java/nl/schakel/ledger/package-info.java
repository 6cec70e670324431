/** The engine: facts are appended, read and followed here, and folds are kept in step with them. */
@NullMarked
package nl.schakel.ledger;

import org.jspecify.annotations.NullMarked;

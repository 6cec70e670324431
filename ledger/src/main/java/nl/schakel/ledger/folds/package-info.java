/** The runner: keeps pure folds of the ledger, read models and deadlines alike, in step with it. */
@NullMarked
package nl.schakel.ledger.folds;

import org.jspecify.annotations.NullMarked;

/**
 * Facts by the million, the same ones for the same seed, with the hashes that the ledger would give
 * them.
 */
@NullMarked
package nl.schakel.benchmarks.facts;

import org.jspecify.annotations.NullMarked;

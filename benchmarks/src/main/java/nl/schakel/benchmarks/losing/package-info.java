/** Whether a reader ever misses what was committed out of turn: ours beside stock Axon. */
@NullMarked
package nl.schakel.benchmarks.losing;

import org.jspecify.annotations.NullMarked;

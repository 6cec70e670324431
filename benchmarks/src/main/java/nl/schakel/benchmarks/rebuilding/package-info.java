/** Read models made anew: how quickly, and what commands notice of it meanwhile. */
@NullMarked
package nl.schakel.benchmarks.rebuilding;

import org.jspecify.annotations.NullMarked;

/** How soon what was decided is seen. */
@NullMarked
package nl.schakel.benchmarks.showing;

import org.jspecify.annotations.NullMarked;

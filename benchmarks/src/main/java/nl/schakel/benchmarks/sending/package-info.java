/** The commands that are sent, the histories that they go on with, and all that they carry. */
@NullMarked
package nl.schakel.benchmarks.sending;

import org.jspecify.annotations.NullMarked;

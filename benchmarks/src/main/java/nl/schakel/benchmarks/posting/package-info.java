/** What it costs a command to come by HTTP, with a token. */
@NullMarked
package nl.schakel.benchmarks.posting;

import org.jspecify.annotations.NullMarked;

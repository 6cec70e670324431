/** Commands a second: ours beside stock Axon, beside bare inserts, and over HTTP. */
@NullMarked
package nl.schakel.benchmarks.commands;

import org.jspecify.annotations.NullMarked;

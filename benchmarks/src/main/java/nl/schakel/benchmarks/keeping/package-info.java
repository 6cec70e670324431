/** What it costs to keep facts: to verify many, to add to many, to show them soon. */
@NullMarked
package nl.schakel.benchmarks.keeping;

import org.jspecify.annotations.NullMarked;

/**
 * How to measure, whatever is measured: interleaved, with intervals, void when the box is not
 * quiet.
 */
@NullMarked
package nl.schakel.benchmarks.harness;

import org.jspecify.annotations.NullMarked;

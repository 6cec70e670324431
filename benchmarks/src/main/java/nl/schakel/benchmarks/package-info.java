/** What is measured, by name: ratios in one run, beside something named, on the same machine. */
@NullMarked
package nl.schakel.benchmarks;

import org.jspecify.annotations.NullMarked;

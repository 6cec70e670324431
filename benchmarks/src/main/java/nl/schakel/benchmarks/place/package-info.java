/**
 * Where it is measured: a PostgreSQL that keeps its promises, and the services as they are
 * deployed.
 */
@NullMarked
package nl.schakel.benchmarks.place;

import org.jspecify.annotations.NullMarked;

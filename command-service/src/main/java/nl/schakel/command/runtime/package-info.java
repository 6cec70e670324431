/**
 * The one room that knows technology: the host of all rulebooks, Axon on PostgreSQL, clocks,
 * settings, self-check.
 */
@NullMarked
package nl.schakel.command.runtime;

import org.jspecify.annotations.NullMarked;

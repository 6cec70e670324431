/**
 * Where requests become commands: once each, with time, ids, sealed words and what was looked up
 * elsewhere.
 */
@NullMarked
package nl.schakel.command.desk;

import org.jspecify.annotations.NullMarked;

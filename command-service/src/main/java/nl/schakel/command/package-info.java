/** Decides: a command in, facts out; answers no question. */
@NullMarked
package nl.schakel.command;

import org.jspecify.annotations.NullMarked;

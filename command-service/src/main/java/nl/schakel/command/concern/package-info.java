/** The bell: rings at one named human at a time until a human says that it was heard. */
@NullMarked
package nl.schakel.command.concern;

import org.jspecify.annotations.NullMarked;

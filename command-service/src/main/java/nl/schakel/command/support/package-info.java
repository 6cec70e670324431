/** Scaling support up and down beside the place at the initiative. */
@NullMarked
package nl.schakel.command.support;

import org.jspecify.annotations.NullMarked;

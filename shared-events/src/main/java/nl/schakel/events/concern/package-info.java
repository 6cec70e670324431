/** What can have happened to a bell that was rung. */
@NullMarked
package nl.schakel.events.concern;

import org.jspecify.annotations.NullMarked;

/** Who may: the circle around a person, the actor behind a token, and the one rule that judges. */
@NullMarked
package nl.schakel.access;

import org.jspecify.annotations.NullMarked;

/** What can have happened to a person. */
@NullMarked
package nl.schakel.events.person;

import org.jspecify.annotations.NullMarked;

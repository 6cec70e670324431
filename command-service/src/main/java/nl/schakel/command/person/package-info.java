/** The person: registered, consenting, and the guide written together. */
@NullMarked
package nl.schakel.command.person;

import org.jspecify.annotations.NullMarked;

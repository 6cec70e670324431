/** Parties that take part, their members, and the logins behind those members. */
@NullMarked
package nl.schakel.command.party;

import org.jspecify.annotations.NullMarked;

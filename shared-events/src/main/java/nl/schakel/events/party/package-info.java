/** What can have happened to a party. */
@NullMarked
package nl.schakel.events.party;

import org.jspecify.annotations.NullMarked;

/** What can have happened to the availability of a known contact. */
@NullMarked
package nl.schakel.events.contact;

import org.jspecify.annotations.NullMarked;

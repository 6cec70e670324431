/** What can have happened to a login. */
@NullMarked
package nl.schakel.events.account;

import org.jspecify.annotations.NullMarked;

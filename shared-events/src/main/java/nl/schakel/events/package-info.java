/** What facts are made of: ids, sealed texts, and who did it when. Depends on nothing. */
@NullMarked
package nl.schakel.events;

import org.jspecify.annotations.NullMarked;

/** What waits for me or for us, since when. */
@NullMarked
package nl.schakel.query.worklist;

import org.jspecify.annotations.NullMarked;

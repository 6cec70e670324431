/** What can have happened to a look that needs leave. */
@NullMarked
package nl.schakel.events.insight;

import org.jspecify.annotations.NullMarked;

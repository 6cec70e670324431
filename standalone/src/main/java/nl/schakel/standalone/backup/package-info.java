/** Takes all that a home holds elsewhere while it runs, and puts it back with a signature. */
@NullMarked
package nl.schakel.standalone.backup;

import org.jspecify.annotations.NullMarked;

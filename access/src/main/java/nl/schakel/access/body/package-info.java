/** What callers send: read strictly, with all mistakes named at once, in Dutch. */
@NullMarked
package nl.schakel.access.body;

import org.jspecify.annotations.NullMarked;

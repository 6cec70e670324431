/** Remembers and shows: read models and questions; writes no fact. */
@NullMarked
package nl.schakel.query;

import org.jspecify.annotations.NullMarked;

/** Bells: heard by whom, by when, and what came of it. */
@NullMarked
package nl.schakel.query.bell;

import org.jspecify.annotations.NullMarked;

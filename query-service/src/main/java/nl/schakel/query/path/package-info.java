/** The path of a person between professionals and initiatives. */
@NullMarked
package nl.schakel.query.path;

import org.jspecify.annotations.NullMarked;

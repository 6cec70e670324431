/** The guide, for exactly those who may read it. */
@NullMarked
package nl.schakel.query.guide;

import org.jspecify.annotations.NullMarked;

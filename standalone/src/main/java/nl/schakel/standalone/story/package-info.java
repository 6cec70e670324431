/** The demo neighbourhood, told through the API by its personas. */
@NullMarked
package nl.schakel.standalone.story;

import org.jspecify.annotations.NullMarked;

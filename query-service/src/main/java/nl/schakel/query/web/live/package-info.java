/** Tells an open page that something new came, and nothing else. */
@NullMarked
package nl.schakel.query.web.live;

import org.jspecify.annotations.NullMarked;

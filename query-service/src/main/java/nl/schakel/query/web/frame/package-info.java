/** What all pages share: what stands around them, how they say things, what a form sends. */
@NullMarked
package nl.schakel.query.web.frame;

import org.jspecify.annotations.NullMarked;

/**
 * Whether a service may serve at all: what it stands on is checked first, and said in one sentence.
 */
@NullMarked
package nl.schakel.access.fit;

import org.jspecify.annotations.NullMarked;

/**
 * The only door to what is personal: seals on the way in, opens on the way out, writes down who
 * looked.
 */
@NullMarked
package nl.schakel.vault;

import org.jspecify.annotations.NullMarked;

/** How facts are called and written on disk, for ever. */
@NullMarked
package nl.schakel.ledger.codec;

import org.jspecify.annotations.NullMarked;

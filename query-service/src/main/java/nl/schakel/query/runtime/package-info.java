/** The one room that knows technology: views kept in rows, freshness, settings, wiring. */
@NullMarked
package nl.schakel.query.runtime;

import org.jspecify.annotations.NullMarked;

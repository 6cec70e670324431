/** Historie: what auditors replay, on a page. */
@NullMarked
package nl.schakel.query.web.history;

import org.jspecify.annotations.NullMarked;

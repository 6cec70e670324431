/** Any history as it was known or as it was on any moment, with proof; structure only. */
@NullMarked
package nl.schakel.query.audit;

import org.jspecify.annotations.NullMarked;

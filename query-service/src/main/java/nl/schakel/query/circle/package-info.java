/** Who stands around a person, who belongs to a party, and who is behind a login. */
@NullMarked
package nl.schakel.query.circle;

import org.jspecify.annotations.NullMarked;

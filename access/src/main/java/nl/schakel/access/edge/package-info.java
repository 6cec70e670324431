/** The edge that both services share: who calls, what is closed, and how a problem is told. */
@NullMarked
package nl.schakel.access.edge;

import org.jspecify.annotations.NullMarked;

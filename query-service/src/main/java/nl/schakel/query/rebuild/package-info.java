/** Makes read models anew from all facts, beside the live ones, and puts them in their place. */
@NullMarked
package nl.schakel.query.rebuild;

import org.jspecify.annotations.NullMarked;

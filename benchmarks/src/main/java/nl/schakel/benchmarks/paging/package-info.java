/** Pages as a browser gets them. */
@NullMarked
package nl.schakel.benchmarks.paging;

import org.jspecify.annotations.NullMarked;

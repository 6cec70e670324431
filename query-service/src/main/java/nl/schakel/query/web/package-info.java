/** The Dutch pages: one class a screen, and one port to the side that decides. */
@NullMarked
package nl.schakel.query.web;

import org.jspecify.annotations.NullMarked;

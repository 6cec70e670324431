/** The Dutch pages: one class a screen. */
@NullMarked
package nl.schakel.query.web;

import org.jspecify.annotations.NullMarked;

/** How far each referral and each bell is, as pure folds that the path and the worklist share. */
@NullMarked
package nl.schakel.query.course;

import org.jspecify.annotations.NullMarked;

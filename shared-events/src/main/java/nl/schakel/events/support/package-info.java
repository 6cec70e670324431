/** What can have happened to the support beside a referral. */
@NullMarked
package nl.schakel.events.support;

import org.jspecify.annotations.NullMarked;

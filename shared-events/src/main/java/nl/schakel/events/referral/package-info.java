/** What can have happened to a referral. */
@NullMarked
package nl.schakel.events.referral;

import org.jspecify.annotations.NullMarked;

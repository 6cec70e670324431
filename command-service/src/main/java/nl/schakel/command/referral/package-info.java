/** The referral: asked, welcomed, introduced, taking part, looked after; in either direction. */
@NullMarked
package nl.schakel.command.referral;

import org.jspecify.annotations.NullMarked;

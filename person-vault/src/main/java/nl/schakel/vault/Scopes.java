package nl.schakel.vault;

import nl.schakel.events.ReferralId;

/**
 * The keys of a person: one for who she is, one for each referral, so that one can be forgotten
 * while she stays.
 */
public final class Scopes {

    /** Who she is, her guide and her consents. */
    public static final String IDENTITY = "identity";

    private Scopes() {}

    /** All that was written for one referral. */
    public static String of(ReferralId referral) {
        return "referral:" + referral.value();
    }
}

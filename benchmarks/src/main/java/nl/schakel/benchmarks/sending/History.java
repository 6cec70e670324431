package nl.schakel.benchmarks.sending;

import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;

/** The support beside one referral, from its first fact to its last: up and down in turn. */
public final class History {

    /** The referral beside which it stands. */
    public final ReferralId referral;

    /** Whose support it is. */
    public final PersonId person;

    private final int length;
    private int told;

    History(ReferralId referral, PersonId person, int length) {
        this.referral = referral;
        this.person = person;
        this.length = length;
    }

    /** The sequence of the fact that comes now. */
    public long next() {
        return told++;
    }

    /** Whether the fact with this sequence goes up. */
    public static boolean up(long sequence) {
        return sequence % 2 == 0;
    }

    boolean ended() {
        return told >= length;
    }
}

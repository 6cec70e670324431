package nl.schakel.benchmarks.commands;

import java.util.UUID;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;

/** The support beside one referral, from its first fact to its last: up and down in turn. */
public final class History {

    /** Beside which referral. */
    public final ReferralId referral;

    /** About whom. */
    public final PersonId person;

    private final int length;
    private int told;

    History(UUID referral, UUID person, int length) {
        this.referral = new ReferralId(referral);
        this.person = new PersonId(person);
        this.length = length;
    }

    /** The same, so many facts more. */
    History again(int more) {
        return new History(referral.value(), person.value(), more);
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

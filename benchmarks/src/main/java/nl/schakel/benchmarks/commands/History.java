package nl.schakel.benchmarks.commands;

import java.util.UUID;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;

/** The support beside one referral, from its first fact to its last: up and down in turn. */
final class History {

    final ReferralId referral;
    final PersonId person;
    private final int length;
    private int told;

    History(UUID referral, UUID person, int length) {
        this.referral = new ReferralId(referral);
        this.person = new PersonId(person);
        this.length = length;
    }

    /** The sequence of the fact that comes now. */
    long next() {
        return told++;
    }

    /** Whether the fact with this sequence goes up. */
    static boolean up(long sequence) {
        return sequence % 2 == 0;
    }

    boolean ended() {
        return told >= length;
    }
}

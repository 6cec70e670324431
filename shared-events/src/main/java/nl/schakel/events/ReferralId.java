package nl.schakel.events;

import java.util.UUID;

/** One referral, in either direction (verwijzing). */
public record ReferralId(UUID value) implements Id {
    /** The history of this referral. */
    public StreamId stream() {
        return new StreamId("referral", value);
    }

    /** The history of the support beside this referral. */
    public StreamId support() {
        return new StreamId("support", value);
    }
}

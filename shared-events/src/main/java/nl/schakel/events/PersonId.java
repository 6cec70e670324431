package nl.schakel.events;

import java.util.UUID;

/** A natural person: inwoner, volunteer or professional alike. */
public record PersonId(UUID value) implements Id {
    /** Stands where no human acted: a deadline passed (de klok). */
    public static final PersonId CLOCK = new PersonId(new UUID(0, 0));

    /** The history of this person. */
    public StreamId stream() {
        return new StreamId("person", value);
    }

    /** The history of this person's availability as a known contact. */
    public StreamId contact() {
        return new StreamId("contact", value);
    }
}

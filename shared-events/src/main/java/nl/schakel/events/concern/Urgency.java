package nl.schakel.events.concern;

/** How urgent a concern is, in the eyes of who raised it. */
public enum Urgency {
    /** Zorg. */
    CONCERN,
    /** Dringend. */
    URGENT,
    /** Gevaar: 112 first. */
    DANGER
}

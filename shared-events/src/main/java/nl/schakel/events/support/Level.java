package nl.schakel.events.support;

/** How much support, from least to most. */
public enum Level {
    /** Op afroep. */
    ON_CALL,
    /** Vinger aan de pols. */
    FINGER_ON_THE_PULSE,
    /** Nabij. */
    ALONGSIDE,
    /** Intensief. */
    INTENSIVE
}

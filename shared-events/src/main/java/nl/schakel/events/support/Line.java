package nl.schakel.events.support;

/** The two lines of support, in parallel. */
public enum Line {
    /** Individueel: a professional. */
    INDIVIDUAL,
    /** Collectief: an initiative. */
    COLLECTIVE
}

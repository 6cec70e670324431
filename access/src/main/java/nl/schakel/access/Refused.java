package nl.schakel.access;

/** A rule said no; nothing was recorded, and the same may be asked again later. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal reason;

    private Refused(Refusal reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    /** Says no because of this. */
    public static Refused because(Refusal reason) {
        return new Refused(reason);
    }

    /** Which rule said no. */
    public Refusal reason() {
        return reason;
    }
}

package nl.schakel.access;

/** A rule said no; nothing was recorded, and the same may be asked again later. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal reason;
    private final String key;

    private Refused(Refusal reason, String key) {
        super(key, null, false, false);
        this.reason = reason;
        this.key = key;
    }

    /** Says no because of this. */
    public static Refused because(Refusal reason) {
        return new Refused(reason, reason.key());
    }

    /** The name of that rule in problems, texts and figures. */
    public String key() {
        return key;
    }

    /** Which rule said no. */
    public Refusal reason() {
        return reason;
    }
}

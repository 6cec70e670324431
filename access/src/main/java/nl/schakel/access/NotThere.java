package nl.schakel.access;

/** It is not there, or not for you: the two are never told apart. */
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Carries nothing that could tell the two apart. */
    public NotThere() {
        super("not there", null, false, false);
    }
}

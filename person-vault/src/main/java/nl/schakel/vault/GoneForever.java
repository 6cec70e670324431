package nl.schakel.vault;

/** Nothing can be sealed for this person in this scope any more: its key was destroyed. */
public final class GoneForever extends RuntimeException {

    private static final long serialVersionUID = 1;

    GoneForever() {
        super("the key was destroyed", null, false, false);
    }
}

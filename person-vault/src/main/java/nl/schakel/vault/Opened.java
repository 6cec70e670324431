package nl.schakel.vault;

/** What comes back from the vault; every reader handles both. */
public sealed interface Opened {

    /** The text as it was given. */
    record Plain(String text) implements Opened {}

    /** Gewist: the key is gone, and the text with it, for ever. */
    record Erased() implements Opened {}
}

package nl.schakel.ledger;

/**
 * The connection was lost while committing: it may have been written, or not; retry with the same
 * key.
 */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutcomeUnknown(String where, Throwable cause) {
        super("outcome unknown: " + where, cause);
    }
}

package nl.schakel.ledger;

/** The ledger cannot be reached; nothing was written. */
public final class LedgerAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    LedgerAway(Throwable cause) {
        super("the ledger cannot be reached", cause);
    }
}

package nl.schakel.ledger;

/** A decision with this key stands in the ledger already; {@link LedgerReader#byKey} finds it. */
public final class DuplicateOnce extends RuntimeException {

    private static final long serialVersionUID = 1;

    DuplicateOnce() {
        super("the key was used before", null, false, false);
    }
}

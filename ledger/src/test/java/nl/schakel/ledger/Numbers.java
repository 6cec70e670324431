package nl.schakel.ledger;

/**
 * How often the tests that count do their work: in {@code ./test}, and in {@code ./test --long}.
 */
public enum Numbers {
    /** Consents that are withdrawn by one and read by another on the very next read. */
    WITHDRAWALS(1_000, 20_000),
    /** Times that everything is killed under load and started again. */
    KILLS(3, 50),
    /** Single bits that are flipped somewhere in the ledger. */
    FLIPS(1_000, 50_000);

    private final int brief;
    private final int lengthy;

    Numbers(int brief, int lengthy) {
        this.brief = brief;
        this.lengthy = lengthy;
    }

    /** The number of this run. */
    public int now() {
        return Boolean.getBoolean("schakel.long") ? lengthy : brief;
    }
}

package nl.schakel.ledger;

/**
 * How often the tests that count do their work: in {@code ./test}, and in {@code ./test --long}.
 */
public enum Numbers {
    /** Consents that are withdrawn by one and read by another on the very next read. */
    WITHDRAWALS(1_000, 20_000),
    /** Times that everything is killed under load and started again. */
    KILLS(3, 50),
    /** Seeded runs of two writers who commit out of turn and import what happened long ago. */
    DISORDERS(20, 500),
    /** Seconds that a writer stands still in the middle of a commit. */
    STANDSTILL(7, 70),
    /** Times that PostgreSQL alone is killed under load and started again. */
    POSTGRES_KILLS(2, 40),
    /** The same under both services. */
    POSTGRES_KILLS_UNDER_SERVICES(1, 10),
    /** Commands whose answer is lost and that are sent again. */
    LOST_ANSWERS(500, 20_000),
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

package nl.schakel.ledger.folds;

import java.util.UUID;
import nl.schakel.ledger.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A function of the ledger that is kept live in rows; facts of one person come in their order, each
 * once.
 */
public interface Fold {

    /** Its name in tokens, metrics and questions; never changes. */
    String name();

    /**
     * In whose order it takes a fact in: two facts with the same key are never taken in side by
     * side.
     */
    default UUID key(Recorded recorded) {
        return recorded.key();
    }

    /** Takes in one more fact, in the transaction in which the runner notes that it did. */
    void take(Recorded recorded, JdbcClient rows);
}

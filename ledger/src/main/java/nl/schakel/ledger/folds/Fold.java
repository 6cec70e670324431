package nl.schakel.ledger.folds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.ledger.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A function of the ledger that is kept live in rows; facts of one person come in their order, each
 * once.
 */
public interface Fold {

    /** In whose order facts are taken in: two with the same key are never taken in side by side. */
    enum Order {
        /** The person's, else the history's. */
        PERSON("coalesce(person, stream)"),
        /** The history's. */
        HISTORY("stream");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        /** The same key, as an expression over the columns of a fact. */
        public String sql() {
            return sql;
        }

        /** The key of a fact. */
        public UUID of(Recorded recorded) {
            return this == PERSON ? recorded.key() : recorded.stream().id();
        }
    }

    /** Its name in tokens, metrics and questions; never changes. */
    String name();

    /** No kind of history is named: all are followed. */
    Set<String> ALL_KINDS = Set.of();

    /**
     * The kinds of history that it follows, such as {@code concern}; none named is all. What
     * happens in others passes it by unnoted, and it is complete without.
     */
    default Set<String> kinds() {
        return ALL_KINDS;
    }

    /** Whether it follows the history of this fact. */
    default boolean follows(Recorded recorded) {
        return kinds().isEmpty() || kinds().contains(recorded.stream().kind());
    }

    /** In whose order it takes facts in. */
    default Order order() {
        return Order.PERSON;
    }

    /** The key of a fact in that order. */
    default UUID key(Recorded recorded) {
        return order().of(recorded);
    }

    /**
     * The table of its rows if another may be put in its place: the runner holds on to it while
     * facts are taken in.
     */
    default Optional<String> table() {
        return Optional.empty();
    }

    /** Takes in one more fact, in the transaction in which the runner notes that it did. */
    void take(Recorded recorded, JdbcClient rows);

    /**
     * Takes in facts that came together, in their order; the same as one after the other, in fewer
     * round trips where a fold can.
     */
    default void takeAll(List<Recorded> together, JdbcClient rows) {
        together.forEach(recorded -> take(recorded, rows));
    }
}

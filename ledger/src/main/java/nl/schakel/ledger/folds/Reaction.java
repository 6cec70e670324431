package nl.schakel.ledger.folds;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.schakel.ledger.Recorded;

/**
 * When something happens, then something is due; pure, so that what is due can be listed, replayed
 * and rebuilt.
 */
public interface Reaction {

    /** Its name among the tasks; never changes. */
    String name();

    /** The kinds of history that it follows; none named is all. */
    Set<String> kinds();

    /** What a fact changes in what is due. */
    List<Change> changes(Recorded recorded);

    /**
     * Acts when something is due; runs outside any unit of work, at least once; may throw to be
     * asked again.
     */
    void due(String id);

    /** A change in what is due. */
    sealed interface Change {

        /**
         * This is due at that time; its id names its cause, so that repeating it changes nothing.
         */
        record Due(String id, Instant when) implements Change {}

        /** Whatever is due under ids that begin like this, is not any more. */
        record Settled(String idsLike) implements Change {}
    }
}

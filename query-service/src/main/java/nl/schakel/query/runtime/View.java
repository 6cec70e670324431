package nl.schakel.query.runtime;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a fold keeps: immutable, made of facts alone; live, rebuilt and replayed by the same
 * function.
 */
public interface View {

    /**
     * The persons and parties that may see its row at all: the second wall behind {@code may(…)}.
     */
    Set<UUID> visibleTo();

    /** The parts that this fact added, to be kept in rows of their own; most views have none. */
    default List<? extends Part> parts() {
        return List.of();
    }

    /** A part of a view that never changes again. */
    interface Part {

        /** The position of the fact that made it. */
        long position();
    }
}

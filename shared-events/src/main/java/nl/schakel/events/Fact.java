package nl.schakel.events;

import org.jspecify.annotations.Nullable;

/** Something that happened and never changes; knows no command and no framework. */
public interface Fact {

    /** The history that this fact belongs to. */
    StreamId stream();

    /** Whom it is about; null when it is about a party only. */
    default @Nullable PersonId person() {
        return null;
    }

    /** Who did it, for whom, and when. */
    By by();
}

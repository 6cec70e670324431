package nl.schakel.command.runtime;

import nl.schakel.events.By;
import nl.schakel.events.StreamId;

/** What somebody wants to happen; a rulebook decides whether it does. */
public interface Command {

    /** The history that it wants to add to. */
    StreamId stream();

    /** Who wants it, for whom, and when. */
    By by();
}

package nl.schakel.command.runtime;

/**
 * An immutable state, and how far it was read.
 *
 * @param state after all facts up to there
 * @param version the number of facts in its history
 * @param position of the last of them; 0 when there is none
 */
record Kept<S>(S state, long version, long position) {}

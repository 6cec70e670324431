package nl.schakel.command.runtime;

/**
 * What a decision led to.
 *
 * @param version the number of facts in the history now
 * @param position in the ledger of the last of them
 */
public record Receipt(long version, long position) {}

package nl.schakel.ledger;

import nl.schakel.events.StreamId;

/**
 * What an earlier decision with the same key led to.
 *
 * @param stream where it was written
 * @param version the number of facts in the stream after that decision
 * @param position of its last fact
 * @param request the keyed hash of what was asked then
 */
public record Decided(StreamId stream, long version, long position, byte[] request) {}

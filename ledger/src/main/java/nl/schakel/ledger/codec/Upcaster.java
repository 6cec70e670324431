package nl.schakel.ledger.codec;

import tools.jackson.databind.node.ObjectNode;

/** Lifts a stored fact of an older revision to the next one; history itself is never rewritten. */
public interface Upcaster {

    /** The stored name that it lifts. */
    String name();

    /** The revision that it reads; it gives this plus one. */
    int from();

    /** The same fact as the next revision says it. */
    ObjectNode lift(ObjectNode fact);
}

package nl.schakel.events;

import java.util.UUID;

/**
 * Names one thing of one kind; every kind has a record of its own, so that two kinds cannot be
 * confused.
 */
public interface Id {

    /** The opaque value; says nothing about whom it names. */
    UUID value();
}

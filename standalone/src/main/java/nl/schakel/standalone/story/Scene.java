package nl.schakel.standalone.story;

import java.time.Instant;

/** Something that somebody does at a moment of the story. */
record Scene(Instant when, Runnable tell) {}

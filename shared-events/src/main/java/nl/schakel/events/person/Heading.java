package nl.schakel.events.person;

import nl.schakel.events.Sealed;

/** One heading of a guide with the text below it (kopje). */
public record Heading(Sealed title, Sealed text) {}

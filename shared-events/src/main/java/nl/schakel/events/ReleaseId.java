package nl.schakel.events;

import java.util.UUID;

/** One release of a guide to a party (vrijgave). */
public record ReleaseId(UUID value) implements Id {}

package nl.schakel.events;

import java.util.UUID;

/** One promised first visit (eerste bezoek). */
public record VisitId(UUID value) implements Id {}

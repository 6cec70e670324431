package nl.schakel.events.concern;

import java.util.List;

/** One step of the ladder: the people that are rung at the same moment (trede). */
public record Rung(List<KnownContact> contacts) {}

package nl.schakel.events;

import java.util.UUID;

/** One consent that was given (toestemming). */
public record ConsentId(UUID value) implements Id {}

package nl.schakel.events;

import java.util.UUID;

/** One question before an answer (vraag). */
public record QuestionId(UUID value) implements Id {}

package nl.schakel.command.runtime;

import java.util.OptionalLong;
import java.util.UUID;
import nl.schakel.ledger.Once;
import org.jspecify.annotations.Nullable;

/**
 * Why a command is sent, and under which conditions.
 *
 * @param once what makes a repeated request have one effect; null when there is no key
 * @param expected the version that the caller read, if she said so
 * @param correlation the request or reaction that it belongs to
 * @param causation the event that led to it; null when a human did
 * @param trace the W3C trace id, if there is one
 */
public record Cause(
        @Nullable Once once,
        OptionalLong expected,
        UUID correlation,
        @Nullable UUID causation,
        @Nullable String trace) {}

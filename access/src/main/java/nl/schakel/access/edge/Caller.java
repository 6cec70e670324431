package nl.schakel.access.edge;

import java.util.OptionalLong;
import nl.schakel.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and under which conditions.
 *
 * @param actor who is behind the token, and for whom she acts
 * @param key the {@code Idempotency-Key}, required on POST; null when absent elsewhere
 * @param expected the version in {@code If-Match}, if given
 * @param trace the W3C trace id
 */
public record Caller(Actor actor, @Nullable String key, OptionalLong expected, String trace) {}

package nl.schakel.events;

import java.util.UUID;

/**
 * One history: the kind of thing and which one.
 *
 * @param kind lower-case English noun, such as {@code referral}
 * @param id which one; unique within its kind
 */
public record StreamId(String kind, UUID id) {

    /** Reads {@code kind:uuid} back; throws {@link IllegalArgumentException} on anything else. */
    public static StreamId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a stream: kind:uuid was expected");
        }
        return new StreamId(text.substring(0, colon), UUID.fromString(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}

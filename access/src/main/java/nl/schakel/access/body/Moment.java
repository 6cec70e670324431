package nl.schakel.access.body;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** A moment is a text with an offset; of a number nobody knows whether it counts seconds. */
final class Moment extends ValueDeserializer<OffsetDateTime> {

    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser in, DeserializationContext context) {
        return in.hasToken(JsonToken.VALUE_STRING)
                ? InstantDeserializer.OFFSET_DATE_TIME.deserialize(in, context)
                : (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, in);
    }
}

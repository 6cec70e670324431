package nl.schakel.ledger.codec;

import java.lang.reflect.InvocationTargetException;
import java.util.UUID;
import nl.schakel.events.Id;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** Writes every id as the text of its value, also as a key, and reads it back into its own kind. */
final class IdsAsText extends SimpleModule {

    private static final long serialVersionUID = 1;

    IdsAsText() {
        super("ids");
        addSerializer(Id.class, new AsText());
        addKeySerializer(Id.class, new AsKey());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Ids());
        context.addKeyDeserializers(new IdKeys());
    }

    private static Id make(Class<?> kind, String text) {
        try {
            return (Id) kind.getDeclaredConstructor(UUID.class).newInstance(UUID.fromString(text));
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("not an id: " + kind.getName(), e);
        }
    }

    private static final class AsText extends ValueSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator out, SerializationContext context) {
            out.writeString(id.value().toString());
        }
    }

    private static final class AsKey extends ValueSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator out, SerializationContext context) {
            out.writeName(id.value().toString());
        }
    }

    private static final class Ids extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return Id.class.isAssignableFrom(type.getRawClass())
                    ? new FromText(type.getRawClass())
                    : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return Id.class.isAssignableFrom(type);
        }
    }

    private static final class FromText extends ValueDeserializer<Id> {
        private final Class<?> kind;

        private FromText(Class<?> kind) {
            this.kind = kind;
        }

        @Override
        public Id deserialize(JsonParser in, DeserializationContext context) {
            return make(kind, in.getString());
        }
    }

    private static final class IdKeys implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return Id.class.isAssignableFrom(type.getRawClass())
                    ? new FromKey(type.getRawClass())
                    : null;
        }
    }

    private static final class FromKey extends KeyDeserializer {
        private final Class<?> kind;

        private FromKey(Class<?> kind) {
            this.kind = kind;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return make(kind, key);
        }
    }
}

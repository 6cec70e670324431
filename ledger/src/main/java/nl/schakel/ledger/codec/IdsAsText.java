package nl.schakel.ledger.codec;

import java.lang.reflect.Constructor;
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

    /** How one kind of id is made; looked up once, for it is made for every fact. */
    private record Made(Constructor<?> constructor) {

        static Made of(Class<?> kind) {
            try {
                return new Made(kind.getDeclaredConstructor(UUID.class));
            } catch (NoSuchMethodException e) {
                throw notAnId(kind, e);
            }
        }

        Id from(String text) {
            try {
                return (Id) constructor.newInstance(UUID.fromString(text));
            } catch (InstantiationException
                    | IllegalAccessException
                    | InvocationTargetException e) {
                throw notAnId(constructor.getDeclaringClass(), e);
            }
        }

        private static IllegalStateException notAnId(Class<?> kind, Exception why) {
            return new IllegalStateException("not an id: " + kind.getName(), why);
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
        private final Made made;

        private FromText(Class<?> kind) {
            this.made = Made.of(kind);
        }

        @Override
        public Id deserialize(JsonParser in, DeserializationContext context) {
            return made.from(in.getString());
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
        private final Made made;

        private FromKey(Class<?> kind) {
            this.made = Made.of(kind);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return made.from(key);
        }
    }
}

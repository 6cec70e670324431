package nl.schakel.ledger.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.events.Fact;
import nl.schakel.events.Id;

/** One example of every kind of fact, filled to the last field, the same on every machine. */
public final class Samples {

    private Samples() {}

    /** All kinds of fact that the vocabularies permit. */
    public static Stream<Class<? extends Fact>> kinds() {
        return EventNames.VOCABULARIES.stream()
                .flatMap(vocabulary -> Arrays.stream(vocabulary.getPermittedSubclasses()))
                .map(kind -> kind.asSubclass(Fact.class));
    }

    /** A fact of this kind. */
    public static <F extends Fact> F of(Class<F> kind) {
        return kind.cast(record(kind));
    }

    private static Object record(Class<?> kind) {
        try {
            var components = kind.getRecordComponents();
            var types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
            var constructor = kind.getDeclaredConstructor(types);
            return constructor.newInstance(Stream.of(components).map(Samples::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + kind, e);
        }
    }

    private static Object value(RecordComponent component) {
        return value(component.getGenericType(), component.getName());
    }

    private static Object value(Type type, String name) {
        return switch (type) {
            case ParameterizedType many when many.getRawType() == List.class ->
                    List.of(value(many.getActualTypeArguments()[0], name));
            case ParameterizedType many when many.getRawType() == Set.class ->
                    Set.of(value(many.getActualTypeArguments()[0], name));
            case Class<?> id when Id.class.isAssignableFrom(id) -> id(id, name);
            case Class<?> constant when constant.isEnum() -> constant.getEnumConstants()[0];
            case Class<?> nested when nested.isRecord() -> record(nested);
            case Class<?> text when text == String.class -> name;
            case Class<?> truth when truth == boolean.class || truth == Boolean.class -> true;
            case Class<?> number when number == int.class -> 3;
            case Class<?> moment when moment == Instant.class ->
                    Instant.parse("2026-03-02T10:00:00.123456Z");
            case Class<?> day when day == LocalDate.class -> LocalDate.parse("2026-09-01");
            default ->
                    throw new IllegalStateException(
                            "say in Samples.value what an example of " + type + " is");
        };
    }

    private static Object id(Class<?> kind, String name) {
        try {
            var value = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            return kind.getDeclaredConstructor(UUID.class).newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + kind, e);
        }
    }
}

package nl.schakel.access.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Where a mistake is, in the names that the caller used. */
final class JsonNames {

    private JsonNames() {}

    static String of(JacksonException e) {
        var where = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                where.append('[').append(step.getIndex()).append(']');
            } else {
                where.append(where.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return where.toString();
    }

    static String of(Class<?> type, Path path) {
        var where = new StringBuilder();
        Class<?> current = type;
        for (var node : path) {
            if (node.getIndex() != null) {
                where.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                var component = component(current, node.getName());
                where.append(where.isEmpty() ? "" : ".")
                        .append(component.map(JsonNames::name).orElse(node.getName()));
                current =
                        component
                                .map(RecordComponent::getGenericType)
                                .map(JsonNames::inside)
                                .orElse(current);
            }
        }
        return where.toString();
    }

    private static Optional<RecordComponent> component(Class<?> type, String name) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(c -> c.getName().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private static String name(RecordComponent component) {
        var property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static Class<?> inside(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType many
                    when many.getActualTypeArguments()[0] instanceof Class<?> one ->
                    one;
            default -> Object.class;
        };
    }
}

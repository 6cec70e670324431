package nl.schakel.access.body;

import jakarta.validation.Validator;
import java.io.IOException;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.schakel.access.body.Invalid.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads the body of a command: nothing unknown, nothing coerced, nothing too big; names all
 * mistakes at once.
 */
public final class StrictJson extends AbstractHttpMessageConverter<Body> {

    private static final int BYTES = 20_000;
    private static final int FAULTS = 50;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(10)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .addModule(
                            new SimpleModule().addDeserializer(OffsetDateTime.class, new Moment()))
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            config -> {
                                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                            })
                    .withCoercionConfigDefaults(
                            config ->
                                    config.setCoercion(
                                            CoercionInputShape.EmptyString, CoercionAction.Fail))
                    .build();

    private final Validator validator;

    /** Checks constraints with this validator. */
    public StrictJson(Validator validator) {
        super(MediaType.APPLICATION_JSON);
        this.validator = validator;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Body.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Body readInternal(Class<? extends Body> type, HttpInputMessage message)
            throws IOException {
        var bytes = message.getBody().readNBytes(BYTES + 1);
        if (bytes.length > BYTES) {
            throw new Invalid("", "verzoek-te-groot");
        }
        return read(type, tree(bytes));
    }

    @Override
    protected void writeInternal(Body body, HttpOutputMessage message) {
        throw new UnsupportedOperationException("bodies are read only");
    }

    Body read(Class<? extends Body> type, ObjectNode tree) {
        var faults = new ArrayList<Fault>();
        var body = bound(type, tree, faults);
        var wrong = faults.stream().map(Fault::field).collect(Collectors.toSet());
        for (var violation : validator.validate(body)) {
            var field = JsonNames.of(type, violation.getPropertyPath());
            if (!wrong.contains(field)) {
                faults.add(new Fault(field, violation.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(sorted(faults));
        }
        return body;
    }

    /** Binds again and again, each time without what was wrong, until it fits. */
    private static Body bound(Class<? extends Body> type, ObjectNode tree, List<Fault> faults) {
        while (true) {
            try {
                return JSON.treeToValue(tree, type);
            } catch (JacksonException e) {
                faults.add(
                        new Fault(
                                JsonNames.of(e),
                                e instanceof UnrecognizedPropertyException ? "onbekend" : "soort"));
                if (faults.size() >= FAULTS || !takeOut(tree, e)) {
                    throw new Invalid(sorted(faults));
                }
            }
        }
    }

    private static ObjectNode tree(byte[] bytes) {
        try {
            if (normalised(JSON.readTree(bytes)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new Invalid("", "geen-json");
        }
        throw new Invalid("", "geen-json");
    }

    /** Texts come in as NFC, so that what looks the same is the same. */
    private static JsonNode normalised(JsonNode node) {
        return switch (node) {
            case StringNode text ->
                    StringNode.valueOf(
                            Normalizer.normalize(text.stringValue(), Normalizer.Form.NFC));
            case ObjectNode object -> {
                object.properties().forEach(field -> field.setValue(normalised(field.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, normalised(array.get(i)));
                }
                yield array;
            }
            default -> node;
        };
    }

    private static boolean takeOut(ObjectNode tree, JacksonException e) {
        JsonNode parent = tree;
        var path = e.getPath();
        for (int i = 0; i + 1 < path.size(); i++) {
            var step = path.get(i);
            var name = step.getPropertyName();
            parent = name == null ? parent.path(step.getIndex()) : parent.path(name);
        }
        if (path.isEmpty()) {
            return false;
        }
        var last = path.getLast();
        return switch (parent) {
            case ObjectNode object when last.getPropertyName() != null ->
                    object.remove(last.getPropertyName()) != null;
            case ArrayNode array when last.getIndex() >= 0 -> array.remove(last.getIndex()) != null;
            default -> false;
        };
    }

    private static List<Fault> sorted(List<Fault> faults) {
        return faults.stream().distinct().sorted(Comparator.comparing(Fault::field)).toList();
    }
}

package nl.schakel.query.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is stored, without what is sealed: where a text stood, it says which field it was. */
final class ContentAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContentAnswer() {}

    static Map<String, @Nullable Object> of(byte[] payload) {
        return without(
                JSON.readValue(payload, new TypeReference<Map<String, @Nullable Object>>() {}));
    }

    private static Map<String, @Nullable Object> without(Map<?, ?> stored) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        stored.forEach((name, value) -> shown.put(String.valueOf(name), unsealed(value)));
        return shown;
    }

    private static @Nullable Object unsealed(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> sealed when sealed.containsKey("cipher") ->
                    Map.of("verzegeld", String.valueOf(sealed.get("field")));
            case Map<?, ?> nested -> without(nested);
            case List<?> list -> list.stream().map(ContentAnswer::unsealed).toList();
            case null, default -> value;
        };
    }
}

package nl.schakel.ledger.verify;

import java.util.ArrayList;
import java.util.HexFormat;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A stored fact as a line of JSON, as an exported history holds it (docs/ledger-format.md). */
final class FactLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final HexFormat HEX = HexFormat.of();

    private FactLine() {}

    static String of(StoredFact fact) {
        var columns = NODES.arrayNode();
        for (var column : fact.columns()) {
            columns.add(node(column));
        }
        var line = NODES.objectNode();
        line.put("position", fact.position());
        line.set("columns", columns);
        line.put("hash", HEX.formatHex(fact.hash()));
        return JSON.writeValueAsString(line);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    static StoredFact parse(String line) {
        try {
            var read = JSON.readTree(line);
            var columns = new ArrayList<@Nullable Object>();
            for (var column : read.required("columns")) {
                columns.add(value(column));
            }
            return new StoredFact(
                    read.required("position").longValue(),
                    columns,
                    HEX.parseHex(read.required("hash").stringValue()));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a fact", e);
        }
    }

    private static JsonNode node(@Nullable Object column) {
        return switch (column) {
            case null -> NODES.nullNode();
            case byte[] bytes -> NODES.objectNode().put("hex", HEX.formatHex(bytes));
            default -> NODES.stringNode(column.toString());
        };
    }

    private static @Nullable Object value(JsonNode column) {
        if (column.isNull()) {
            return null;
        }
        return column.isString()
                ? column.stringValue()
                : HEX.parseHex(column.required("hex").stringValue());
    }
}

package nl.schakel.ledger.verify;

import java.util.HexFormat;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A stored fact as a line of JSON, as the second verifier reads it. */
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

    private static JsonNode node(@Nullable Object column) {
        return switch (column) {
            case null -> NODES.nullNode();
            case byte[] bytes -> NODES.objectNode().put("hex", HEX.formatHex(bytes));
            default -> NODES.stringNode(column.toString());
        };
    }
}

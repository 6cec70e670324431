package nl.schakel.ledger.verify;

import java.util.HexFormat;
import java.util.List;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A stored fact as a line of JSON: its columns as they are stored, sealed words and all. */
public final class FactLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final HexFormat HEX = HexFormat.of();

    private FactLine() {}

    /**
     * With the path to the root of a checkpoint.
     *
     * @param path null when it is not yet sealed
     */
    public static String of(StoredFact fact, @Nullable List<byte[]> path) {
        var line = node(fact);
        if (path == null) {
            line.putNull("proof");
        } else {
            var proof = line.putArray("proof");
            path.forEach(hash -> proof.add(HEX.formatHex(hash)));
        }
        return JSON.writeValueAsString(line);
    }

    private static ObjectNode node(StoredFact fact) {
        var columns = NODES.arrayNode();
        for (var column : fact.columns()) {
            columns.add(node(column));
        }
        var line = NODES.objectNode();
        line.put("position", fact.position());
        line.set("columns", columns);
        line.put("hash", HEX.formatHex(fact.hash()));
        return line;
    }

    private static JsonNode node(@Nullable Object column) {
        return switch (column) {
            case null -> NODES.nullNode();
            case byte[] bytes -> NODES.objectNode().put("hex", HEX.formatHex(bytes));
            default -> NODES.stringNode(column.toString());
        };
    }
}

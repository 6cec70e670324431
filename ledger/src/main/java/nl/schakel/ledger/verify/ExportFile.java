package nl.schakel.ledger.verify;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of an export, each exactly as it would be written and not otherwise. */
final class ExportFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    private ExportFile() {}

    /**
     * What the first line says.
     *
     * @param facts how many lines follow
     * @param checkpoint what all paths lead to, as a line; null when nothing was sealed
     */
    record Manifest(String kind, String id, long facts, @Nullable String checkpoint) {}

    /** A fact and its path, null when it is not yet sealed. */
    record Line(StoredFact fact, @Nullable List<byte[]> path) {}

    static Optional<Manifest> manifest(String line) {
        try {
            var read = JSON.readTree(line);
            var last = read.required("checkpoint");
            var manifest =
                    new Manifest(
                            read.required("history").stringValue(),
                            read.required("id").stringValue(),
                            read.required("facts").longValue(),
                            last.isNull() ? null : last.stringValue());
            return Optional.of(manifest)
                    .filter(
                            m ->
                                    Export.manifest(m.kind(), m.id(), m.facts(), m.checkpoint())
                                            .equals(line));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Line> fact(String line) {
        try {
            var read = JSON.readTree(line);
            var columns = new ArrayList<@Nullable Object>();
            read.required("columns").forEach(column -> columns.add(column(column)));
            var fact =
                    new StoredFact(
                            read.required("position").longValue(),
                            columns,
                            HEX.parseHex(read.required("hash").stringValue()));
            var path = path(read.required("proof"));
            return Optional.of(new Line(fact, path))
                    .filter(_ -> columns.size() == StoredFact.COUNT)
                    .filter(_ -> FactLine.of(fact, path).equals(line));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable List<byte[]> path(JsonNode proof) {
        return proof.isNull()
                ? null
                : proof.valueStream().map(node -> HEX.parseHex(node.stringValue())).toList();
    }

    private static @Nullable Object column(JsonNode column) {
        if (column.isNull()) {
            return null;
        }
        return column.isString()
                ? column.stringValue()
                : HEX.parseHex(column.required("hex").stringValue());
    }
}

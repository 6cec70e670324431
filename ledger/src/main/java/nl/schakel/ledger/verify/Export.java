package nl.schakel.ledger.verify;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.ledger.evidence.Histories.History;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A history in one file that proves itself: JSON Lines, first what it is and the checkpoint, then
 * each fact with its path to it (docs/ledger-format.md).
 */
public final class Export {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Export() {}

    /**
     * The file.
     *
     * @param kind {@code person}, or the kind of a stream
     * @param id of that person or stream
     */
    public static String of(String kind, String id, History history) {
        var last = history.last();
        var checkpoint = last == null ? null : last.line();
        var facts = history.facts().stream().map(f -> FactLine.of(f.fact(), f.path()));
        return Stream.concat(
                        Stream.of(manifest(kind, id, history.facts().size(), checkpoint)), facts)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    static String manifest(String kind, String id, long facts, @Nullable String checkpoint) {
        var line = JsonNodeFactory.instance.objectNode();
        line.put("history", kind);
        line.put("id", id);
        line.put("facts", facts);
        line.put("checkpoint", checkpoint);
        return JSON.writeValueAsString(line);
    }
}

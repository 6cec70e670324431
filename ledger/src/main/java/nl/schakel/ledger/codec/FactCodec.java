package nl.schakel.ledger.codec;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.schakel.events.Fact;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Facts as JSON in UTF-8 and back; the only place where a fact is parsed. */
public final class FactCodec {

    /** What is read back and written again keeps its order, so that the same is the same bytes. */
    private static final SimpleModule IN_ORDER =
            new SimpleModule("order").addAbstractTypeMapping(Set.class, LinkedHashSet.class);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new IdsAsText())
                    .addModule(IN_ORDER)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final List<Upcaster> upcasters;

    /** Reads every revision that was ever written. */
    public FactCodec() {
        this(Upcasters.ALL);
    }

    /** A codec that lifts older revisions with these. */
    public FactCodec(List<Upcaster> upcasters) {
        this.upcasters = List.copyOf(upcasters);
    }

    /** A mapper that writes ids as text, for views and other values made of the same records. */
    public static JsonMapper json() {
        return JSON;
    }

    /** The stored bytes of a fact. */
    public byte[] write(Fact fact) {
        return JSON.writeValueAsString(fact).getBytes(StandardCharsets.UTF_8);
    }

    /** The fact behind stored bytes, lifted to today's revision; throws when nobody can read it. */
    public Fact read(String name, int revision, byte[] payload) {
        var type = EventNames.named(name);
        int current = EventNames.of(type).revision();
        if (revision == current) {
            return JSON.readValue(payload, type);
        }
        if (revision > current) {
            throw new IllegalStateException(name + " " + revision + " is newer than this build");
        }
        var fact = (ObjectNode) JSON.readTree(payload);
        for (int from = revision; from < current; from++) {
            fact = from(name, from).lift(fact);
        }
        return JSON.treeToValue(fact, type);
    }

    private Upcaster from(String name, int revision) {
        return upcasters.stream()
                .filter(upcaster -> upcaster.name().equals(name) && upcaster.from() == revision)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "nothing lifts " + name + " from " + revision));
    }
}

package nl.schakel.query.reveal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts that stand sealed in what is stored, of whatever revision. */
final class Words {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Words() {}

    static List<Sealed> of(byte[] payload) {
        var words = new ArrayList<Sealed>();
        find(JSON.readTree(payload), words);
        return words;
    }

    private static void find(JsonNode node, List<Sealed> into) {
        if (node.has("cipher")) {
            into.add(
                    new Sealed(
                            new PersonId(UUID.fromString(node.required("person").stringValue())),
                            node.required("scope").stringValue(),
                            node.required("field").stringValue(),
                            node.required("cipher").stringValue()));
        } else {
            node.forEach(child -> find(child, into));
        }
    }
}

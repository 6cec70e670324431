package nl.schakel.query.reveal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.ledger.evidence.StoredFact;
import nl.schakel.query.runtime.Looks.Seen;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pseudonyms and seals of a history stand for; positions are those of the history.
 *
 * @param until when the look ends
 */
public record WordsAnswer(
        @JsonProperty("tot") Instant until,
        @JsonProperty("namen") List<Named> names,
        @JsonProperty("feiten") List<Said> facts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public record Named(@JsonProperty("id") UUID id, @JsonProperty("naam") String name) {}

    public record Said(
            @JsonProperty("positie") long position, @JsonProperty("teksten") List<Spoken> words) {}

    public record Spoken(
            @JsonProperty("veld") String field, @JsonProperty("tekst") @Nullable String text) {}

    static WordsAnswer of(
            Instant until, Collection<PersonId> people, List<StoredFact> facts, Seen seen) {
        return new WordsAnswer(
                until,
                people.stream().map(who -> new Named(who.value(), seen.name(who))).toList(),
                facts.stream().map(fact -> said(fact, seen)).toList());
    }

    /** The texts that stand sealed in a fact, of whatever revision. */
    static List<Sealed> sealed(StoredFact fact) {
        var words = new ArrayList<Sealed>();
        find(JSON.readTree(fact.payload()), words);
        return words;
    }

    private static Said said(StoredFact fact, Seen seen) {
        return new Said(
                fact.position(),
                sealed(fact).stream()
                        .map(word -> new Spoken(word.field(), seen.text(word)))
                        .toList());
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

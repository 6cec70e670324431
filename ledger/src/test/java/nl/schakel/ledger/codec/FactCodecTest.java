package nl.schakel.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyEvent.PartyJoined;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

final class FactCodecTest {

    private static final String NAME = "party.joined";
    private static final PartyJoined TODAY = Samples.of(PartyJoined.class);

    /** Made up: once upon a time the name was called a title, and before that a label. */
    private static final Upcaster TITLE = lifting(0, fact -> renamed(fact, "title", "name"));

    private static final Upcaster LABEL = lifting(-1, fact -> renamed(fact, "label", "title"));

    @Test
    void an_older_revision_is_lifted_to_today() {
        assertThat(new FactCodec(List.of(TITLE)).read(NAME, 0, stored("title"))).isEqualTo(TODAY);
    }

    @Test
    void a_much_older_revision_is_lifted_step_by_step() {
        assertThat(new FactCodec(List.of(TITLE, LABEL)).read(NAME, -1, stored("label")))
                .isEqualTo(TODAY);
    }

    @Test
    void a_missing_upcaster_is_said() {
        assertThatThrownBy(() -> new FactCodec(List.of(TITLE)).read(NAME, -1, stored("label")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing lifts party.joined from -1");
    }

    @Test
    void an_unknown_name_is_said() {
        assertThatThrownBy(() -> new FactCodec(List.of()).read("party.vanished", 1, stored("name")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown fact: party.vanished");
    }

    @Test
    void a_revision_of_a_newer_build_is_not_read_as_todays() {
        assertThatThrownBy(() -> new FactCodec(List.of()).read(NAME, 2, stored("name")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("party.joined 2 is newer than this build");
    }

    @Test
    void a_field_that_nobody_knows_is_not_passed_over() {
        var more = tree().put("colour", "blue");
        assertThatThrownBy(() -> new FactCodec(List.of()).read(NAME, 1, bytes(more)))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void a_field_that_is_missing_is_not_made_up() {
        var less = tree().without("neighbourhood");
        assertThatThrownBy(() -> new FactCodec(List.of()).read(NAME, 1, bytes(less)))
                .isInstanceOf(MismatchedInputException.class);
    }

    private static byte[] stored(String nameOfName) {
        return bytes(renamed(tree(), "name", nameOfName));
    }

    private static ObjectNode tree() {
        return (ObjectNode) FactCodec.json().readTree(new FactCodec(List.of()).write(TODAY));
    }

    private static byte[] bytes(ObjectNode fact) {
        return fact.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode renamed(ObjectNode fact, String from, String to) {
        fact.set(to, fact.remove(from));
        return fact;
    }

    private static Upcaster lifting(int from, UnaryOperator<ObjectNode> lift) {
        return new Upcaster() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public int from() {
                return from;
            }

            @Override
            public ObjectNode lift(ObjectNode fact) {
                return lift.apply(fact);
            }
        };
    }

    /** Sixty-four of them, so that a set without an order would hardly keep it by chance. */
    @Test
    void what_is_read_back_is_written_again_in_the_same_order() {
        var json =
                IntStream.range(0, 64)
                        .mapToObj(i -> "\"" + new UUID(i * 31L, 64 - i) + "\"")
                        .collect(Collectors.joining(",", "{\"all\":[", "]}"));
        var read = FactCodec.json().readValue(json, Everyone.class);
        assertThat(FactCodec.json().writeValueAsString(read)).isEqualTo(json);
    }

    record Everyone(Set<PersonId> all) {}
}

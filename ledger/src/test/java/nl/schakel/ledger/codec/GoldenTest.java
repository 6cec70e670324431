package nl.schakel.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.schakel.events.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was ever stored stays readable: one file for each name and revision, never changed. */
final class GoldenTest {

    private static final Path GOLDEN = Written.root("ledger/src/test/resources/golden");
    private static final String STORED =
            "%s: what was stored no longer reads as it was: never change the golden file, but lift it with one"
                    + " more Upcaster in Upcasters, and "
                    + Written.HOW;
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final FactCodec codec = new FactCodec();

    static Stream<Class<? extends Fact>> kinds() {
        return Samples.kinds();
    }

    static Stream<Path> files() throws IOException {
        return Files.list(GOLDEN).sorted();
    }

    @BeforeAll
    static void written_when_asked() throws IOException {
        for (var kind : Samples.kinds().toList()) {
            var file = file(EventNames.of(kind));
            if (Written.asked() && Files.notExists(file)) {
                var tree = PRETTY.readTree(new FactCodec().write(Samples.of(kind)));
                Written.write(file, PRETTY.writeValueAsString(tree) + "\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_fact_has_a_golden_file_of_its_revision(Class<? extends Fact> kind)
            throws IOException {
        var file = file(EventNames.of(kind));
        assertThat(file).as(Written.HOW).exists();
        assertThat(read(file)).as(STORED, file).isEqualTo(Samples.of(kind));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_golden_file_reads_for_ever_and_is_written_the_same(Path file) throws IOException {
        var golden = Golden.named(file);
        var kind = EventNames.named(golden.name());
        var fact = read(file);
        assertThat(fact).isExactlyInstanceOf(kind);
        if (golden.revision() == EventNames.of(kind).revision()) {
            assertThat(PRETTY.readTree(codec.write(fact)))
                    .isEqualTo(PRETTY.readTree(Files.readString(file)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_may_be_absent_is_stored_as_null_and_read_back(Class<? extends Fact> kind) {
        var tree = (ObjectNode) PRETTY.readTree(codec.write(Samples.of(kind)));
        Arrays.stream(kind.getRecordComponents())
                .filter(field -> field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .forEach(field -> tree.putNull(field.getName()));
        var named = EventNames.of(kind);
        var fact = codec.read(named.name(), named.revision(), PRETTY.writeValueAsBytes(tree));
        assertThat(PRETTY.readTree(codec.write(fact))).isEqualTo(tree);
    }

    @Test
    void every_revision_from_the_first_to_todays_has_its_file() throws IOException {
        var wanted =
                Samples.kinds()
                        .map(EventNames::of)
                        .flatMap(named -> revisions(named).map(GoldenTest::file))
                        .toList();
        assertThat(files()).as(Written.HOW).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private Fact read(Path file) throws IOException {
        var golden = Golden.named(file);
        try {
            return codec.read(golden.name(), golden.revision(), Files.readAllBytes(file));
        } catch (JacksonException | IllegalStateException e) {
            throw new AssertionError(STORED.formatted(file), e);
        }
    }

    private static Stream<EventNames.Named> revisions(EventNames.Named today) {
        return Stream.iterate(1, revision -> revision + 1)
                .limit(today.revision())
                .map(revision -> new EventNames.Named(today.name(), revision));
    }

    private static Path file(EventNames.Named named) {
        return GOLDEN.resolve(named.name() + "." + named.revision() + ".json");
    }

    /** The name and revision that the name of a file tells. */
    private record Golden(String name, int revision) {
        static Golden named(Path file) {
            var parts = file.getFileName().toString().split("\\.", -1);
            return new Golden(parts[0] + "." + parts[1], Integer.parseInt(parts[2]));
        }
    }
}

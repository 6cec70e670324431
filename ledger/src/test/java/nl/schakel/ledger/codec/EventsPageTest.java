package nl.schakel.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.schakel.events.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of all facts is made from the code, so that it cannot tell anything else. */
final class EventsPageTest {

    private static final Path PAGE = Written.root("docs/events.md");
    private static final String HEAD =
            """
            # All facts

            Made from the code; a test holds them together. Meanings are the Dutch sentences in `shared-events`; a
            field with `?` may be absent. Every fact also has `by`: who, for which party, reported by whom, and when.

            | stored name | revision | meaning | fields |
            |---|---|---|---|
            """;

    @Test
    void the_page_tells_what_the_code_tells() throws IOException {
        var made = HEAD + Samples.kinds().map(EventsPageTest::line).collect(Collectors.joining());
        if (Written.asked()) {
            Written.write(PAGE, made);
        }
        assertThat(PAGE).as(Written.HOW).exists();
        assertThat(Files.readString(PAGE)).as(Written.HOW).isEqualTo(made);
    }

    private static String line(Class<? extends Fact> kind) {
        var named = EventNames.of(kind);
        var fields =
                Arrays.stream(kind.getRecordComponents())
                        .filter(field -> !field.getName().equals("by"))
                        .map(EventsPageTest::field)
                        .collect(Collectors.joining(", "));
        return "| `%s` | %d | %s | %s |\n"
                .formatted(named.name(), named.revision(), meaning(kind), fields);
    }

    private static String field(RecordComponent field) {
        var absent = field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "";
        return "%s: %s%s".formatted(field.getName(), type(field.getGenericType()), absent);
    }

    private static String type(Type type) {
        return switch (type) {
            case ParameterizedType many ->
                    ((Class<?>) many.getRawType()).getSimpleName()
                            + " of "
                            + type(many.getActualTypeArguments()[0]);
            case Class<?> one -> one.getSimpleName();
            default -> throw new IllegalStateException("no name for " + type);
        };
    }

    /** The sentence above the record. */
    private static String meaning(Class<? extends Fact> kind) {
        var said =
                Pattern.compile(
                                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*record "
                                        + kind.getSimpleName()
                                        + "\\(",
                                Pattern.DOTALL)
                        .matcher(source(kind));
        assertThat(said.find()).as("%s has a sentence that says what it means", kind).isTrue();
        return said.group(1)
                .replaceAll("\\s+\\*\\s+", " ")
                .replaceAll("\\{@code (\\w+)}", "`$1`")
                .strip();
    }

    private static String source(Class<? extends Fact> kind) {
        var vocabulary = kind.getEnclosingClass().getName().replace('.', '/');
        try {
            return Files.readString(
                    Written.root("shared-events/src/main/java/" + vocabulary + ".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

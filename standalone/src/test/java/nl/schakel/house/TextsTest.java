package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.access.Refusal;
import nl.schakel.access.edge.Stopped;
import nl.schakel.query.course.Stage;
import nl.schakel.query.course.What;
import nl.schakel.query.runtime.Purpose;
import org.junit.jupiter.api.Test;

/** Every text that somebody sees stands in a messages file, once, and none stands there unseen. */
class TextsTest {

    private static final Literals LITERALS = Literals.of(House.production());
    private static final Map<String, String> TEXTS = texts("-messages.properties");
    private static final Map<String, String> CONSTRAINTS = texts("ValidationMessages.properties");

    /** A few words that follow a name, or stand in a line of a list: no sentences. */
    private static final Pattern WORDS =
            Pattern.compile("(wat|stand|doel|grond|naam)\\..*|openapi\\.\\w+-service");

    private static final Pattern TITLE = Pattern.compile(".*\\.titel");

    private static final Pattern DUTCH =
            Pattern.compile(
                    "\\b(de|het|een|niet|van|voor|naar|wordt|worden|zijn|heeft|deze|dit|hier|geen"
                            + "|wie|wat|waar|bij|uw|aan|uit|nog|ook|maar|moet|mag|kan|bekijken|lezen)\\b",
                    Pattern.CASE_INSENSITIVE);

    /** The people of the demo say what people say; none of it is a text of the product. */
    private static final String DEMO = "standalone/";

    @Test
    void every_refusal_has_a_sentence() {
        assertThat(refusals()).isNotEmpty();
        missing(refusals());
    }

    @Test
    void every_step_stage_and_purpose_has_words() {
        missing(keys("wat.", What.values()));
        missing(keys("stand.", Stage.values()));
        missing(keys("doel.", Purpose.values()));
    }

    @Test
    void whatever_stops_a_request_has_a_title_and_a_sentence() {
        assertThat(stopped()).isNotEmpty();
        missing(stopped());
        missing(
                stopped().stream()
                        .filter(key -> !key.contains("intussen"))
                        .map(k -> k + ".titel")
                        .toList());
    }

    @Test
    void every_fault_has_a_sentence() {
        assertThat(LITERALS.faults()).contains("leeg", "verplicht", "toekomst");
        missing(LITERALS.faults().stream().map(key -> "fout." + key).toList());
    }

    @Test
    void a_constraint_without_a_key_of_its_own_has_one_in_validation_messages() {
        assertThat(LITERALS.unworded()).contains("NotNull");
        missing(
                LITERALS.unworded().stream()
                        .map(name -> "fout." + CONSTRAINTS.get(key(name)))
                        .toList());
    }

    @Test
    void the_validator_tells_the_key_of_what_is_missing() {
        record Sent(@NotNull String word, @NotEmpty List<String> words) {}
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var told = factory.getValidator().validate(new Sent(null, List.of()));
            assertThat(told.stream().map(ConstraintViolation::getMessage))
                    .containsExactlyInAnyOrder("verplicht", "leeg");
        }
    }

    @Test
    void no_text_stands_there_unseen() {
        assertThat(TEXTS.keySet().stream().filter(key -> !seen(key)))
                .as("Take it out: nobody ever reads this text.")
                .isEmpty();
    }

    @Test
    void no_key_stands_in_two_files() {
        var twice =
                House.resources("-messages.properties").stream()
                        .flatMap(file -> properties(House.text(file)).keySet().stream())
                        .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        twice.values().removeIf(times -> times == 1);
        assertThat(twice).as("One text, one place.").isEmpty();
    }

    @Test
    void sentences_end_and_titles_and_words_do_not() {
        TEXTS.forEach(
                (key, text) ->
                        assertThat(text.endsWith("."))
                                .as(
                                        "%s=%s: a sentence ends with a full stop, a title does not",
                                        key, text)
                                .isNotEqualTo(
                                        TITLE.matcher(key).matches()
                                                || WORDS.matcher(key).matches()));
    }

    @Test
    void no_dutch_sentence_stands_in_the_code() {
        var sentences =
                LITERALS.all().stream()
                        .filter(said -> !said.file().startsWith(DEMO))
                        .filter(said -> said.text().contains(" "))
                        .filter(said -> DUTCH.matcher(said.text()).find());
        assertThat(sentences)
                .as("Move it to a messages file, and let the code say its key.")
                .isEmpty();
    }

    private static void missing(List<String> keys) {
        assertThat(keys.stream().filter(key -> !TEXTS.containsKey(key)))
                .as("Write these texts in a messages file, in Dutch (B1).")
                .isEmpty();
    }

    private static boolean seen(String key) {
        var whole = TITLE.matcher(key).matches() ? key.substring(0, key.lastIndexOf('.')) : key;
        return known().contains(key)
                || LITERALS.says(key)
                || known().contains(whole)
                || LITERALS.says(whole);
    }

    private static Set<String> known() {
        var all = new LinkedHashSet<>(refusals());
        all.addAll(keys("wat.", What.values()));
        all.addAll(keys("stand.", Stage.values()));
        all.addAll(keys("doel.", Purpose.values()));
        all.addAll(stopped());
        Stream.of("command-service", "query-service", "Namens", "Idempotency-Key", "If-Match")
                .forEach(name -> all.add("openapi." + name));
        Stream.concat(LITERALS.faults().stream(), CONSTRAINTS.values().stream())
                .forEach(key -> all.add("fout." + key));
        return all;
    }

    private static List<String> refusals() {
        return House.classes(type -> type.isEnum() && type.isAssignableTo(Refusal.class)).stream()
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(reason -> "weigering." + ((Refusal) reason).key())
                .toList();
    }

    private static List<String> stopped() {
        return Arrays.stream(Stopped.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(
                        method -> {
                            try {
                                return ((Stopped) method.invoke(null)).getMessage();
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .toList();
    }

    private static List<String> keys(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> prefix + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static String key(String constraint) {
        return "jakarta.validation.constraints." + constraint + ".message";
    }

    private static Map<String, String> texts(String ending) {
        var all = new TreeMap<String, String>();
        House.resources(ending).stream()
                .filter(file -> !file.endsWith(PageTextsTest.FILE))
                .forEach(file -> all.putAll(properties(House.text(file))));
        return all;
    }

    static Map<String, String> properties(String text) {
        try {
            var read = new Properties();
            read.load(new StringReader(text));
            return read.stringPropertyNames().stream()
                    .collect(Collectors.toMap(key -> key, read::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

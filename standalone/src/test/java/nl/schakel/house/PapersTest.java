package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.access.body.Dutch;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.Fact;
import nl.schakel.query.course.Stage;
import org.junit.jupiter.api.Test;

/** The papers say what the code says, and no more than somebody reads. */
class PapersTest {

    private static final Path GLOSSARY = House.ROOT.resolve("docs/glossary.md");
    private static final Path DECISIONS = House.ROOT.resolve("docs/decisions");
    private static final Pattern IN_CODE = Pattern.compile("`([A-Za-z_]+)`");
    private static final int DECISION_LINES = 40;
    private static final int GLOSSARY_LINES = 120;

    @Test
    void the_glossary_explains_every_command_and_every_fact() {
        var names =
                House.classes(
                                type ->
                                        type.isRecord()
                                                && (type.isAssignableTo(Command.class)
                                                        || type.isAssignableTo(Fact.class)))
                        .stream()
                        .map(JavaClass::getSimpleName);
        assertThat(names.filter(name -> !code().contains(name)))
                .as("Give it a line in docs/glossary.md: Dutch, in code, meaning.")
                .isEmpty();
    }

    @Test
    void the_glossary_explains_every_word_of_the_api_with_its_constant() {
        assertThat(constants()).isNotEmpty();
        assertThat(constants().filter(one -> !code().contains(one.name())).map(Enum::name))
                .as("Give this constant a line in docs/glossary.md.")
                .isEmpty();
        assertThat(constants().map(Dutch::of).filter(word -> !said(word)))
                .as("Give this word of the API a line in docs/glossary.md.")
                .isEmpty();
    }

    @Test
    void the_glossary_explains_how_far_a_referral_can_be_and_each_switch_moment() {
        var stages = Arrays.stream(Stage.values()).map(Stage::name);
        assertThat(stages.filter(stage -> !code().contains(stage)))
                .as("Give this stage a line in docs/glossary.md.")
                .isEmpty();
        var kinds = House.CLASSES.get("nl.schakel.query.path.Kind").reflect().getEnumConstants();
        assertThat(
                        Arrays.stream(kinds)
                                .map(kind -> kind.toString().toLowerCase().replace('_', '-')))
                .as("Give this switch moment a line in docs/glossary.md.")
                .allMatch(PapersTest::said);
    }

    @Test
    void what_the_glossary_calls_a_command_or_fact_is_there() {
        var there =
                House.classes(_ -> true).stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(code().stream().filter(name -> name.matches("[A-Z]\\w*[a-z]\\w*")))
                .as("The code calls it otherwise now: so must the glossary.")
                .filteredOn(name -> !Set.of("Command", "Fact").contains(name))
                .filteredOn(name -> !there.contains(name))
                .isEmpty();
    }

    @Test
    void papers_are_short() {
        assertThat(lines(GLOSSARY)).hasSizeLessThanOrEqualTo(GLOSSARY_LINES);
        assertThat(decisions())
                .isNotEmpty()
                .allSatisfy(
                        page ->
                                assertThat(lines(page))
                                        .as("%s says too much", House.place(page))
                                        .hasSizeLessThanOrEqualTo(DECISION_LINES));
    }

    @Test
    void decisions_are_numbered_and_say_what_was_decided_and_what_it_costs() {
        var names = decisions().stream().map(page -> page.getFileName().toString()).toList();
        for (int i = 0; i < names.size(); i++) {
            assertThat(names.get(i))
                    .startsWith("%03d-".formatted(i + 1))
                    .matches("[0-9a-z-]+\\.md");
        }
        assertThat(decisions())
                .allSatisfy(
                        page ->
                                assertThat(House.text(page))
                                        .as(House.place(page))
                                        .startsWith(
                                                "# "
                                                        + page.getFileName()
                                                                .toString()
                                                                .substring(0, 3)
                                                        + " ")
                                        .contains("**Decided.**", "**Why.**"));
    }

    @Test
    void the_licence_is_whole() {
        var licence = House.text(House.ROOT.resolve("LICENSE"));
        assertThat(Pattern.compile("^\\d+\\. [A-Z]", Pattern.MULTILINE).matcher(licence).results())
                .as("The EUPL 1.2 has fifteen articles")
                .hasSize(15);
        assertThat(licence)
                .contains("EUPL © the European Union 2007, 2016", "\nAppendix\n", "LiLiQ-R+");
    }

    private static Stream<? extends Enum<?>> constants() {
        return House.classes(
                        type ->
                                type.isEnum()
                                        && type.getPackageName().startsWith("nl.schakel.events"))
                .stream()
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(constant -> (Enum<?>) constant);
    }

    /** What the glossary says in code, in its tables. */
    private static Set<String> code() {
        return IN_CODE.matcher(House.text(GLOSSARY))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean said(String word) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(House.text(GLOSSARY))
                .find();
    }

    private static List<Path> decisions() {
        try (var pages = Files.list(DECISIONS)) {
            return pages.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path page) {
        return House.text(page).lines().toList();
    }
}

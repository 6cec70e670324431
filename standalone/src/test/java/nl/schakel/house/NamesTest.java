package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.schakel.events.Fact;
import nl.schakel.ledger.folds.Reaction;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;

/** Names say what a thing means here, and the same thing is called the same everywhere. */
class NamesTest {

    private static final Set<String> SAY_NOTHING =
            Set.of(
                    "Manager",
                    "Helper",
                    "Util",
                    "Utils",
                    "Impl",
                    "Base",
                    "Abstract",
                    "Data",
                    "Info",
                    "Dto",
                    "Common",
                    "Misc",
                    "Core");

    @Test
    void no_type_has_a_name_that_says_nothing() {
        var named =
                House.classes(type -> words(type).anyMatch(SAY_NOTHING::contains)).stream()
                        .map(JavaClass::getName);
        assertThat(named)
                .as("Say what it means in the practice; the glossary has the words.")
                .isEmpty();
    }

    @Test
    void words_are_told_apart_by_their_capitals() {
        assertThat(words("DatabaseSettings")).containsExactly("Database", "Settings");
        assertThat(words("BaseData2Dto")).contains("Base", "Data", "Dto");
        assertThat(words("JSONCore")).contains("Core");
    }

    @Test
    void what_answers_by_http_is_an_endpoint_for_machines_or_a_page_for_people() {
        assertThat(annotatedOtherThan(RestController.class.getName(), "Endpoint", "Page"))
                .as("Call it …Endpoint, or …Page when it answers people.")
                .isEmpty();
    }

    @Test
    void what_wires_is_a_wiring_or_a_projection_and_the_edge_describes_itself() {
        assertThat(
                        annotatedOtherThan(
                                Configuration.class.getName(),
                                "Wiring",
                                "Projection",
                                "Edge",
                                "Description"))
                .as("Call it …Wiring, or …Projection when it keeps a view.")
                .isEmpty();
    }

    @Test
    void a_reaction_is_a_sentence() {
        var reactions =
                House.classes(
                        type ->
                                type.isAssignableTo(Reaction.class)
                                        && !type.isInterface()
                                        && !House.file(type).matches("When[A-Z]\\w+Then[A-Z]\\w+"));
        assertThat(reactions).as("Call it When…Then….").isEmpty();
    }

    @Test
    void a_fact_is_a_record_in_a_vocabulary_of_its_own() {
        var facts =
                House.classes(
                        type ->
                                type.isAssignableTo(Fact.class)
                                        && !type.isInterface()
                                        && !(type.isRecord()
                                                && House.file(type).endsWith("Event")
                                                && !type.getSimpleName().endsWith("Event")));
        assertThat(facts)
                .as("Make it a record inside the sealed …Event, in the past tense.")
                .isEmpty();
    }

    private static Stream<String> annotatedOtherThan(String annotation, String... endings) {
        return House.classes(
                        type ->
                                type.isAnnotatedWith(annotation)
                                        && Stream.of(endings)
                                                .noneMatch(type.getSimpleName()::endsWith))
                .stream()
                .map(JavaClass::getName);
    }

    private static Stream<String> words(JavaClass type) {
        return words(type.getSimpleName()).stream();
    }

    private static List<String> words(String name) {
        return List.of(
                name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9])"));
    }
}

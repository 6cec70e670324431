package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.access.Actor;
import nl.schakel.ledger.codec.EventNames;
import nl.schakel.ledger.codec.FactCodec;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** No fact is parsed, no problem written and no permission judged in two places. */
class OnePlaceTest {

    /** Who reads JSON, and what. */
    private static final Map<String, String> READS_JSON =
            Map.of(
                    "nl.schakel.ledger.codec.FactCodec", "facts",
                    "nl.schakel.ledger.verify.ExportFile", "an exported history, to verify it",
                    "nl.schakel.access.body.StrictJson", "what callers send",
                    "nl.schakel.vault.Identities", "who somebody is, sealed",
                    "nl.schakel.query.runtime.KeptView", "views, to take in one more fact",
                    "nl.schakel.query.runtime.Rows", "views, to answer a question",
                    "nl.schakel.query.audit.ContentAnswer", "what is stored, for an auditor",
                    "nl.schakel.query.reveal.WordsAnswer",
                            "which texts are sealed in what is stored",
                    "nl.schakel.standalone.story.Voice", "answers, as any caller does");

    /** Who asks an actor for her parties and roles without judging by them, and what for. */
    private static final Map<String, String> ASKS_BUT_DOES_NOT_JUDGE =
            Map.of(
                    "nl.schakel.access.Actor", "she herself",
                    "nl.schakel.access.edge.CallerResolver", "for whom she acts in this request",
                    "nl.schakel.query.runtime.Rows", "the keys of row-level security",
                    "nl.schakel.query.circle.Circles", "whose last facts to wait for",
                    "nl.schakel.query.circle.MeEndpoint", "tells her who she is here");

    private static final Set<String> WHAT_AN_ACTOR_MAY =
            Set.of("parties", "memberships", "is", "administrator");

    /** Says in OpenAPI how a problem looks, and writes none. */
    private static final Path DESCRIBES_PROBLEMS =
            Path.of("nl/schakel/access/edge/Description.java");

    private static final Pattern READING =
            Pattern.compile("readValue|readValues|readTree|readerFor|treeToValue|convertValue");

    private static final Pattern PROBLEM =
            Pattern.compile(
                    "PROBLEM_JSON|problem\\+json|ProblemDetail|ResponseStatusException|sendError");

    @Test
    void only_the_codec_parses_a_fact() {
        var parsers =
                callers(
                        call -> calls(call, EventNames.class, "named"),
                        Set.of(FactCodec.class.getName()));
        assertThat(parsers)
                .as("Read facts through FactCodec.read: it knows names, revisions and upcasters.")
                .isEmpty();
    }

    @Test
    void json_is_read_where_this_test_says() {
        assertThat(callers(OnePlaceTest::readsJson, READS_JSON.keySet()))
                .as(
                        "Facts are read by FactCodec, bodies by StrictJson, rows by Rows and"
                                + " KeptView: use those, or say here what else is read.")
                .isEmpty();
        assertThat(READS_JSON.keySet())
                .as("Take out who reads no JSON any more.")
                .allMatch(name -> does(name, OnePlaceTest::readsJson));
    }

    @Test
    void only_problems_writes_a_problem() {
        var writers =
                House.production().stream()
                        .filter(file -> !file.endsWith(DESCRIBES_PROBLEMS))
                        .filter(file -> PROBLEM.matcher(House.text(file)).find())
                        .map(House::place);
        assertThat(writers)
                .as("Throw Refused, Invalid, NotThere or Stopped: Problems tells it.")
                .containsExactly("access/src/main/java/nl/schakel/access/edge/Problems.java");
    }

    @Test
    void only_problems_catches_what_endpoints_throw() {
        var handlers =
                House.classes(
                        type ->
                                type.isAnnotatedWith(RestControllerAdvice.class)
                                        || type.getMethods().stream()
                                                .anyMatch(
                                                        m ->
                                                                m.isAnnotatedWith(
                                                                        ExceptionHandler.class)));
        assertThat(handlers.stream().map(JavaClass::getName))
                .as("Let it pass: Problems is the one place that tells a caller what went wrong.")
                .containsExactly("nl.schakel.access.edge.Problems");
    }

    @Test
    void only_may_judges_a_permission() {
        var judges =
                callers(
                        OnePlaceTest::asksWhatAnActorMay,
                        Stream.concat(
                                        Stream.of("nl.schakel.access.May"),
                                        ASKS_BUT_DOES_NOT_JUDGE.keySet().stream())
                                .toList());
        assertThat(judges)
                .as(
                        "Ask May: give it a question with a name, and pass its answer to"
                                + " May.require.")
                .isEmpty();
        assertThat(ASKS_BUT_DOES_NOT_JUDGE.keySet())
                .as("Take out who does not ask any more.")
                .filteredOn(name -> !name.equals(Actor.class.getName()))
                .allMatch(name -> does(name, OnePlaceTest::asksWhatAnActorMay));
    }

    private static boolean asksWhatAnActorMay(JavaCodeUnitAccess<?> call) {
        return call.getTargetOwner().isEquivalentTo(Actor.class)
                && WHAT_AN_ACTOR_MAY.contains(call.getName())
                && !makesAnActor(call);
    }

    private static boolean makesAnActor(JavaCodeUnitAccess<?> call) {
        return call.getTarget().getRawReturnType().isEquivalentTo(Actor.class);
    }

    private static boolean readsJson(JavaCodeUnitAccess<?> call) {
        return call.getTargetOwner().getName().startsWith("tools.jackson.")
                && READING.matcher(call.getName()).matches();
    }

    private static boolean calls(JavaCodeUnitAccess<?> call, Class<?> owner, String method) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method);
    }

    private static Stream<String> callers(
            Predicate<JavaCodeUnitAccess<?>> which, Iterable<String> except) {
        return House.classes(
                        type -> {
                            for (var name : except) {
                                if (House.isOrStandsIn(type, name)) {
                                    return false;
                                }
                            }
                            return true;
                        })
                .stream()
                .flatMap(House::calls)
                .filter(which)
                .map(JavaCodeUnitAccess::getDescription);
    }

    private static boolean does(String name, Predicate<JavaCodeUnitAccess<?>> which) {
        return House.classes(type -> House.isOrStandsIn(type, name)).stream()
                .flatMap(House::calls)
                .anyMatch(which);
    }
}

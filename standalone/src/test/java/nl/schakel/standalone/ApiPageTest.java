package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.ledger.codec.Written;
import nl.schakel.standalone.Described.Operation;
import org.junit.jupiter.api.Test;

/** What is said of the API is what it does: in OpenAPI, and on the page that is made from it. */
final class ApiPageTest {

    private static final Path PAGE = Written.root("docs/api.md");
    private static final String HOW =
            "write it with: mvn -pl standalone -am -Dschakel.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ApiPageTest test";
    private static final String HEAD =
            """
            # All routes

            Made from `/v1/openapi.json` of both services; a test holds them together. A field with * is needed, one
            with [] is a list. Every call needs `Authorization: Bearer …`; who belongs to more than one party says
            for which one in `Namens`. Whatever goes wrong is `application/problem+json` with `type`, `title`,
            `status`, `detail`, `spoor`, and `fouten` (`veld`, `melding`) at 400; besides that 401, 404,
            409 (a rule says no), 412, 503 and 504.
            """;
    private static final String COMMANDS =
            """

            ## Commands (command-service)

            Every POST needs `Idempotency-Key`; `If-Match` is welcome. Every body may hold `gebeurdOp` and
            `gemeldDoor`. The answer is `id`, `versie` and `positie`; a guide has its `versieNummer` besides.

            | route | body | answers |
            |---|---|---|
            """;
    private static final String QUESTIONS =
            """

            ## Questions (query-service)

            | route | asks | answers |
            |---|---|---|
            """;

    private final Town town = Town.town();
    private final Described commands = Described.at(town.services().addresses().command());
    private final Described questions = Described.at(town.services().addresses().query());

    @Test
    void the_page_tells_what_the_services_tell() throws IOException {
        var made =
                HEAD
                        + COMMANDS
                        + rows(commands.operations().stream().map(ApiPageTest::command))
                        + QUESTIONS
                        + rows(questions.operations().stream().map(ApiPageTest::question));
        if (Written.asked()) {
            Written.write(PAGE, made);
        }
        assertThat(PAGE).as(HOW).exists();
        assertThat(Files.readString(PAGE)).as(HOW).isEqualTo(made);
    }

    @Test
    void both_services_describe_themselves_to_anybody() {
        for (var described : List.of(commands, questions)) {
            var whole = described.whole();
            assertThat(whole.required("openapi").stringValue()).startsWith("3.1.");
            assertThat(whole.at("/info/title").stringValue()).startsWith("Schakel: ");
            assertThat(whole.at("/info/version").stringValue()).isEqualTo("1.0.0");
            assertThat(whole.at("/components/securitySchemes/token/scheme").stringValue())
                    .isEqualTo("bearer");
            assertThat(whole.at("/security/0").has("token")).isTrue();
        }
    }

    @Test
    void a_route_describes_its_conditions_and_nothing_from_inside() {
        operations()
                .forEach(
                        operation -> {
                            var headers = operation.parameters("header");
                            assertThat(headers).as(operation.name()).contains("Namens");
                            if (!operation.method().equals("GET")) {
                                assertThat(headers).contains("Idempotency-Key", "If-Match");
                                assertThat(operation.parameters("query")).isEmpty();
                            }
                            assertThat(operation.parameters("query"))
                                    .as(operation.name())
                                    .isSubsetOf(
                                            "naPositie",
                                            "na",
                                            "aantal",
                                            "status",
                                            "gekendOp",
                                            "zoalsOp",
                                            "van",
                                            "tot",
                                            "vanaf",
                                            "buurt",
                                            "q");
                            assertThat(operation.said().at("/responses/default/content"))
                                    .as(operation.name())
                                    .hasSize(1)
                                    .allMatch(
                                            problem ->
                                                    problem.at("/schema/properties").size() == 6);
                        });
        assertThat(Stream.of(commands, questions).map(d -> d.whole().toString()))
                .noneMatch(text -> text.contains("Caller") || text.contains("caller"));
    }

    @Test
    void no_field_of_the_contract_was_renamed() {
        var known = operations().collect(Collectors.toMap(ApiPageTest::unnamed, o -> o));
        Contract.BODIES.forEach(
                (route, fields) -> {
                    var operation = Objects.requireNonNull(known.get(route), route);
                    assertThat(names(operation)).as(route).containsAll(fields);
                });
        Contract.ANSWERS.forEach(
                (route, fields) ->
                        assertThat(
                                        Objects.requireNonNull(known.get(route), route)
                                                .answer()
                                                .path("properties")
                                                .propertyNames())
                                .as(route)
                                .containsAll(fields));
    }

    @Test
    void every_route_is_in_the_contract_or_a_pattern_of_it() {
        assertThat(operations().map(ApiPageTest::unnamed))
                .as("Say in Contract.java (beside this test) what its fields are.")
                .allMatch(
                        route ->
                                Contract.BODIES.containsKey(route)
                                        || Contract.ANSWERS.containsKey(route));
    }

    @Test
    void fields_have_names_that_the_contract_knows() {
        var names = new TreeSet<>(commands.names());
        names.addAll(questions.names());
        assertThat(names)
                .as(
                        "A name of the API is there to stay: say it in Contract.java (beside this test) first.")
                .isSubsetOf(Contract.words());
    }

    @Test
    void what_is_answered_is_what_is_described() {
        var known = operations().collect(Collectors.toMap(Operation::name, o -> o));
        var answered = new TreeSet<String>();
        for (var route : Access.underWay(town).routes()) {
            var said = Wire.knock(town, route);
            if (said.status() != 409) {
                assertThat(Objects.requireNonNull(known.get(route.name()), route.name()).codes())
                        .as(route.name() + said)
                        .containsExactly(String.valueOf(said.status()));
                assertThat(said.header("Content-Type")).isEqualTo(known.get(route.name()).media());
                answered.add(route.name());
            }
        }
        assertThat(answered).hasSizeGreaterThan(known.size() * 2 / 3);
    }

    private Stream<Operation> operations() {
        return Stream.concat(commands.operations().stream(), questions.operations().stream());
    }

    private static Set<String> names(Operation operation) {
        var names = new TreeSet<>(operation.body().path("properties").propertyNames());
        names.removeAll(Described.IN_EVERY_BODY);
        return names;
    }

    private static String unnamed(Operation operation) {
        return operation.name().replaceAll("\\{[a-z]+}", "{}");
    }

    private static String command(Operation operation) {
        var fields = operation.in().fields(operation.body(), Described.IN_EVERY_BODY);
        return row(operation, fields, "");
    }

    private static String question(Operation operation) {
        var asks =
                operation.parameters("query").stream()
                        .map("`%s`"::formatted)
                        .collect(Collectors.joining(", "));
        var told =
                operation.media().equals("application/json")
                        ? operation.in().fields(operation.answer(), Set.of())
                        : "`" + operation.media() + "`";
        return row(operation, asks, ": " + told);
    }

    private static String row(Operation operation, String sent, String told) {
        return "| %s `%s` | %s | %s%s |\n"
                .formatted(
                        operation.method(),
                        operation.path(),
                        sent.isEmpty() ? "–" : sent,
                        String.join(", ", operation.codes()),
                        told);
    }

    private static String rows(Stream<String> rows) {
        return rows.collect(Collectors.joining());
    }
}

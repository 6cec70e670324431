package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Arrows between rooms point one way. */
class ArrowsTest {

    /** Which modules each one may know. */
    private static final Map<String, Set<String>> KNOWS =
            Map.of(
                    "events", Set.of(),
                    "ledger", Set.of("events"),
                    "vault", Set.of("events"),
                    "access", Set.of("events", "vault"),
                    "command", Set.of("events", "ledger", "vault", "access"),
                    "query", Set.of("events", "ledger", "vault", "access"),
                    "standalone",
                            Set.of("events", "ledger", "vault", "access", "command", "query"));

    /** The rooms of a service that its features share, and which of those each may know. */
    private static final Map<String, List<String>> SHARED =
            Map.of(
                    "command", List.of("runtime", "desk"),
                    "query", List.of("runtime", "course", "circle"));

    /** Pages stand on top: they ask what every feature answers, and nobody knows them. */
    private static final String ON_TOP = "web";

    @Test
    void services_know_access_knows_the_vault_knows_the_facts_which_the_ledger_knows_too() {
        assertThat(arrows(_ -> true, (from, to) -> !mayKnow(module(from), module(to))))
                .as(
                        "Turn this arrow round, or move what is needed to the module that both"
                                + " know: services -> access -> person-vault -> shared-events <-"
                                + " ledger <- services; nobody knows standalone.")
                .isEmpty();
    }

    @Test
    void facts_know_java_and_nothing_else() {
        var others =
                House.classes(type -> module(type).equals("events")).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(
                                to ->
                                        Stream.of("java.", "org.jspecify.", "nl.schakel.events")
                                                .noneMatch(target(to)::startsWith))
                        .map(Dependency::getDescription);
        assertThat(others).as("A fact is plain: leave this to whoever reads it.").isEmpty();
    }

    @Test
    void a_feature_knows_itself_the_shared_rooms_of_its_service_and_the_libraries() {
        assertThat(arrows(ArrowsTest::inARoom, ArrowsTest::leadsIntoAnotherFeature))
                .as(
                        "A feature never knows another one: pass what it needs as an argument of"
                                + " its command, or move it to a shared room (runtime and desk;"
                                + " runtime, course and circle).")
                .isEmpty();
    }

    @Test
    void the_runtime_knows_no_feature_and_the_other_shared_rooms_know_only_the_runtime() {
        assertThat(arrows(ArrowsTest::shared, (from, to) -> leadsUp(from, to)))
                .as("A shared room does not know who uses it: pass in what it needs.")
                .isEmpty();
    }

    @Test
    void every_module_has_classes_to_look_at() {
        assertThat(KNOWS.keySet())
                .filteredOn(module -> !module.equals("standalone"))
                .allSatisfy(
                        module ->
                                assertThat(House.classes(type -> module(type).equals(module)))
                                        .as("Build %s first.", module)
                                        .isNotEmpty());
    }

    private static Stream<String> arrows(
            Predicate<JavaClass> from, BiPredicate<JavaClass, JavaClass> wrong) {
        return House.classes(from).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(to -> target(to).startsWith("nl.schakel."))
                .filter(to -> wrong.test(to.getOriginClass(), element(to.getTargetClass())))
                .map(Dependency::getDescription);
    }

    private static boolean mayKnow(String from, String to) {
        return from.equals(to) || KNOWS.getOrDefault(from, Set.of()).contains(to);
    }

    private static boolean leadsIntoAnotherFeature(JavaClass from, JavaClass to) {
        return module(from).equals(module(to))
                && !room(to).isEmpty()
                && !room(from).equals(room(to))
                && !room(from).equals(ON_TOP)
                && !SHARED.get(module(to)).contains(room(to));
    }

    private static boolean leadsUp(JavaClass from, JavaClass to) {
        return module(from).equals(module(to))
                && !room(to).isEmpty()
                && !room(from).equals(room(to))
                && !room(to).equals("runtime");
    }

    private static boolean inARoom(JavaClass type) {
        return SHARED.containsKey(module(type)) && !room(type).isEmpty();
    }

    private static boolean shared(JavaClass type) {
        return inARoom(type) && SHARED.get(module(type)).contains(room(type));
    }

    /** {@code nl.schakel.MODULE.ROOM}: the first two names below our own. */
    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    private static String room(JavaClass type) {
        var names = type.getPackageName().split("\\.", -1);
        return names.length > 3 ? names[3] : "";
    }

    private static JavaClass element(JavaClass type) {
        return type.getBaseComponentType();
    }

    private static String target(Dependency to) {
        return element(to.getTargetClass()).getName();
    }
}

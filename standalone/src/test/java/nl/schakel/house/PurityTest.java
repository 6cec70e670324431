package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Time, chance and technology come in as arguments; rules, facts and views know none of them. */
class PurityTest {

    private static final String STANDALONE = "nl.schakel.standalone";

    /** Who may look at a clock of its own, and why. */
    private static final Map<String, String> MAKES_THE_CLOCK =
            Map.of(
                    "nl.schakel.ledger.witness.Witness", "makes the one clock of its process",
                    "nl.schakel.command.runtime.Wiring", "makes the one clock of its service",
                    "nl.schakel.query.runtime.Wiring", "makes the one clock of its service");

    /** Who may take what nobody can guess, and why. */
    private static final Map<String, String> TAKES_CHANCE =
            Map.of(
                    "nl.schakel.command.runtime.Wiring", "names its process among others",
                    "nl.schakel.query.runtime.Wiring", "names its process among others",
                    "nl.schakel.command.desk.Desk", "a request without a key is like no other",
                    "nl.schakel.access.edge.Trace", "a request without a trace begins one",
                    "nl.schakel.query.login.Drafts", "nobody may guess which draft is hers",
                    "nl.schakel.vault.MasterKey", "a master key is made of chance");

    private static final Set<String> CHANCE =
            Set.of(
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.security.SecureRandom");

    private static final Set<String> TECHNOLOGY =
            Set.of(
                    "org.springframework.",
                    "org.axonframework.",
                    "com.fasterxml.",
                    "tools.jackson.",
                    "jakarta.",
                    "java.sql.",
                    "javax.sql.",
                    "java.net.http.",
                    "com.zaxxer.",
                    "org.postgresql.",
                    "org.flywaydb.",
                    "com.google.crypto.",
                    "com.github.",
                    "io.micrometer.");

    /** Who may say how they are written: moments in rows of their own, whom it waits for beside. */
    private static final Set<String> SAY_HOW_THEY_ARE_WRITTEN =
            Set.of("nl.schakel.query.path.PathView", "nl.schakel.query.worklist.WorklistView");

    @Test
    void time_comes_in_as_an_argument() {
        assertThat(callers(PurityTest::looksAtAClock, MAKES_THE_CLOCK))
                .as(
                        "Take the time as an argument: an InstantSource at the edge, an Instant in"
                                + " a rule. Only what is listed here makes a clock.")
                .isEmpty();
    }

    @Test
    void chance_comes_in_as_an_argument() {
        assertThat(callers(PurityTest::takesChance, TAKES_CHANCE))
                .as(
                        "Take ids and chance as arguments: Draft.id makes ids that a repeated"
                                + " request makes again. Only what is listed here may roll dice.")
                .isEmpty();
    }

    @Test
    void whoever_may_look_at_a_clock_or_roll_dice_does() {
        assertThat(MAKES_THE_CLOCK.keySet())
                .allMatch(name -> does(name, PurityTest::looksAtAClock));
        assertThat(TAKES_CHANCE.keySet()).allMatch(name -> does(name, PurityTest::takesChance));
    }

    @Test
    void rules_commands_facts_and_views_know_no_technology() {
        var known =
                House.classes(PurityTest::pure).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(
                                to ->
                                        TECHNOLOGY.stream()
                                                .anyMatch(
                                                        to.getTargetClass().getName()::startsWith))
                        .filter(to -> !saysHowItIsWritten(to))
                        .map(Dependency::getDescription);
        assertThat(known)
                .as(
                        "Keep this class pure: what needs Spring, Axon, SQL or JSON belongs in an"
                                + " Endpoint, a When… reaction, a Projection, an Answer, a Wiring or"
                                + " the rooms runtime, rebuild, login and web.")
                .isEmpty();
    }

    @Test
    void nothing_static_ever_changes() {
        var changing =
                House.classes(_ -> true).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(JavaField::getFullName);
        assertThat(changing)
                .as("Make it final, or a field of an object that is passed on.")
                .isEmpty();
    }

    @Test
    void rules_and_facts_keep_nothing_static_that_could_change() {
        var kept =
                House.classes(PurityTest::pure).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field -> !field.getName().startsWith("$"))
                        .filter(field -> couldChange(field.getRawType()))
                        .map(JavaField::getFullName);
        assertThat(kept)
                .as("Let a state hold it, or pass it on: a static map or array could change.")
                .isEmpty();
    }

    private static boolean saysHowItIsWritten(Dependency to) {
        return SAY_HOW_THEY_ARE_WRITTEN.contains(to.getOriginClass().getName())
                && to.getTargetClass().getPackageName().equals("com.fasterxml.jackson.annotation");
    }

    private static Stream<String> callers(
            Predicate<JavaCodeUnitAccess<?>> forbidden, Map<String, String> except) {
        return House.classes(type -> !type.getPackageName().startsWith(STANDALONE)).stream()
                .filter(
                        type ->
                                except.keySet().stream()
                                        .noneMatch(name -> House.isOrStandsIn(type, name)))
                .flatMap(House::calls)
                .filter(forbidden)
                .map(JavaCodeUnitAccess::getDescription);
    }

    private static boolean does(String name, Predicate<JavaCodeUnitAccess<?>> forbidden) {
        return House.classes(type -> House.isOrStandsIn(type, name)).stream()
                .flatMap(House::calls)
                .anyMatch(forbidden);
    }

    /** A bounded wait may measure with {@code System.nanoTime}: it tells no time of day. */
    private static boolean looksAtAClock(JavaCodeUnitAccess<?> call) {
        var owner = call.getTargetOwner().getName();
        var clock =
                call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(p -> p.isEquivalentTo(Clock.class));
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.") && !clock;
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "system",
                    "systemUTC",
                    "systemDefaultZone",
                    "tickMillis",
                    "tickSeconds",
                    "tickMinutes" ->
                    owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource");
            case "<init>" ->
                    owner.equals("java.util.Date")
                            && call.getTarget().getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    private static boolean takesChance(JavaCodeUnitAccess<?> call) {
        var owner = call.getTargetOwner().getName();
        return CHANCE.contains(owner)
                || owner.equals("java.util.UUID") && call.getName().equals("randomUUID")
                || owner.equals("java.lang.Math") && call.getName().equals("random");
    }

    /** A feature is pure but for its edges; so are facts, and what access says of who may. */
    private static boolean pure(JavaClass type) {
        var room = type.getPackageName();
        var file = House.file(type);
        var edge =
                file.startsWith("When")
                        || Stream.of("Endpoint", "Projection", "Wiring", "Answer")
                                .anyMatch(file::endsWith);
        return room.startsWith("nl.schakel.events")
                || room.equals("nl.schakel.access")
                || feature(room) && !edge;
    }

    private static boolean feature(String room) {
        return (room.startsWith("nl.schakel.command.") || room.startsWith("nl.schakel.query."))
                && !room.endsWith(".runtime")
                && !room.endsWith(".rebuild")
                && !room.endsWith(".login")
                && !room.contains(".query.web")
                && !room.endsWith(".desk");
    }

    private static boolean couldChange(JavaClass type) {
        return type.isArray()
                || type.isAssignableTo(Collection.class)
                || type.isAssignableTo(Map.class)
                || type.isAssignableTo(StringBuilder.class)
                || type.getPackageName().startsWith("java.util.concurrent.atomic");
    }
}

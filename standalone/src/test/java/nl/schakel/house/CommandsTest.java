package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.stream.Collectors;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.Fact;
import nl.schakel.ledger.codec.EventNames;
import nl.schakel.ledger.folds.Reaction;
import org.junit.jupiter.api.Test;

/** What can be wanted can be asked for; what can be decided can be stored. */
class CommandsTest {

    @Test
    void every_command_has_a_route_or_a_reaction() {
        var made =
                House.classes(CommandsTest::sends).stream()
                        .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                        .map(CommandsTest::made)
                        .collect(Collectors.toSet());
        assertThat(commands()).isNotEmpty();
        assertThat(commands().stream().filter(command -> !made.contains(command)))
                .as("Give it a route in an …Endpoint, or a When… reaction, of its own room.")
                .isEmpty();
    }

    @Test
    void every_vocabulary_of_commands_has_a_rulebook_that_the_host_knows() {
        var vocabularies =
                House.classes(
                        type ->
                                type.isInterface()
                                        && type.isAssignableTo(Command.class)
                                        && !type.isEquivalentTo(Command.class));
        assertThat(vocabularies)
                .isNotEmpty()
                .allSatisfy(
                        commands ->
                                assertThat(rulebooks(commands.getPackageName()))
                                        .as(
                                                "Put the rules of %s before the host.",
                                                commands.getName())
                                        .isNotEmpty());
    }

    @Test
    void every_reaction_names_a_command_that_is_there() {
        var reactions =
                House.classes(type -> type.isAssignableTo(Reaction.class) && !type.isInterface());
        assertThat(reactions)
                .isNotEmpty()
                .allSatisfy(
                        reaction ->
                                assertThat(
                                                reaction.getConstructorCallsFromSelf().stream()
                                                        .map(CommandsTest::made))
                                        .as("A reaction sends a command of its own room.")
                                        .anyMatch(commands()::contains));
    }

    @Test
    void every_fact_has_a_stored_name() {
        assertThat(House.classes(type -> type.isAssignableTo(Fact.class) && type.isRecord()))
                .isNotEmpty()
                .allSatisfy(
                        fact ->
                                assertThat(EventNames.of(fact.reflect().asSubclass(Fact.class)))
                                        .as("Name it in EventNames.")
                                        .isNotNull());
    }

    private static List<String> commands() {
        return House.classes(type -> type.isAssignableTo(Command.class) && type.isRecord()).stream()
                .map(JavaClass::getName)
                .toList();
    }

    private static boolean sends(JavaClass type) {
        var file = House.file(type);
        return file.endsWith("Endpoint") || file.startsWith("When");
    }

    /** The command that a call makes, if it is one of the room where it is made. */
    private static String made(JavaConstructorCall call) {
        var made = call.getTargetOwner();
        var own = made.getPackageName().equals(call.getOriginOwner().getPackageName());
        return own ? made.getName() : "";
    }

    private static List<String> rulebooks(String room) {
        return House.classes(
                        type ->
                                type.getPackageName().equals(room)
                                        && type.getName().endsWith("Wiring"))
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().isEquivalentTo(Rulebook.class))
                .map(JavaMethod::getName)
                .toList();
    }
}

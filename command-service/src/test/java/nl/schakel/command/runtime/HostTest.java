package nl.schakel.command.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.schakel.access.Refused;
import nl.schakel.access.edge.Stopped;
import nl.schakel.command.Direction;
import nl.schakel.command.People;
import nl.schakel.command.concern.ConcernStory;
import nl.schakel.command.contact.ContactStory;
import nl.schakel.command.insight.InsightStory;
import nl.schakel.command.party.PartyStory;
import nl.schakel.command.person.PersonStory;
import nl.schakel.command.referral.ReferralStory;
import nl.schakel.command.support.SupportStory;
import nl.schakel.events.By;
import nl.schakel.ledger.DuplicateOnce;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One host for all rulebooks, on a real database. */
final class HostTest {

    private static final ReferralStory HANS =
            new ReferralStory(Direction.PROFESSIONAL_TO_INITIATIVE);

    private final Database database = TestPostgres.fresh(Room.LEDGER);

    static Stream<List<Command>> rooms() {
        return Stream.of(
                HANS.everything(),
                new ReferralStory(Direction.INITIATIVE_TO_PROFESSIONAL).everything(),
                HANS.turnedDown(),
                PersonStory.everything(),
                new ConcernStory(Direction.PROFESSIONAL_TO_INITIATIVE).everything(),
                new SupportStory(Direction.PROFESSIONAL_TO_INITIATIVE).everything(),
                ContactStory.everything(),
                InsightStory.everything(),
                PartyStory.everything(),
                PartyStory.everythingOfLogins());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void what_is_decided_stands_in_the_ledger(List<Command> commands) {
        try (var hosting = new Hosting(database)) {
            long version = 0;
            for (var command : commands) {
                var receipt = hosting.send(command);
                assertThat(receipt.version()).as("%s", command).isGreaterThan(version);
                version = receipt.version();
                assertThat(hosting.reader.versionOf(command.stream())).isEqualTo(version);
                assertThat(hosting.reader.head()).isEqualTo(receipt.position());
            }
        }
    }

    @Test
    void no_command_is_missing_above() {
        var sent = rooms().flatMap(List::stream).map(command -> command.getClass().getName());
        assertThat(sent.distinct()).containsExactlyInAnyOrderElementsOf(everyCommand());
    }

    @Test
    void every_command_has_a_host() {
        var hosted =
                Hosting.RULEBOOKS.stream()
                        .flatMap(book -> Arrays.stream(book.commands().getPermittedSubclasses()))
                        .map(Class::getName);
        assertThat(hosted).containsExactlyInAnyOrderElementsOf(everyCommand());
    }

    @Test
    void a_conflict_is_tried_once_more_on_the_newer_state_and_succeeds() {
        try (var here = new Hosting(database);
                var there = new Hosting(database)) {
            here.send(HANS.refer());
            there.send(HANS.yes(People.by(People.HANS, null)));
            assertThat(here.send(HANS.welcome(receiver()))).isEqualTo(new Receipt(3, 3));
        }
    }

    @Test
    void a_conflict_is_tried_once_more_on_the_newer_state_and_is_refused_by_the_rule() {
        try (var here = new Hosting(database);
                var there = new Hosting(database)) {
            here.send(HANS.refer());
            there.send(HANS.welcome(receiver()));
            assertThatThrownBy(() -> here.send(HANS.notNow(receiver())))
                    .isInstanceOf(Refused.class)
                    .hasMessage("already-answered");
            assertThat(here.reader.head()).isEqualTo(2);
        }
    }

    @Test
    void no_rule_says_no_on_a_state_that_another_process_has_left_behind() {
        try (var here = new Hosting(database);
                var there = new Hosting(database)) {
            var commands = HANS.everything();
            here.send(commands.getFirst());
            there.send(HANS.yes(People.by(People.HANS, null)));
            there.send(HANS.welcome(receiver()));
            var promise = commands.get(5);
            assertThat(here.send(promise)).isEqualTo(new Receipt(4, 4));
        }
    }

    @Test
    void what_changes_nothing_answers_with_the_fact_that_made_it_so() {
        try (var here = new Hosting(database);
                var there = new Hosting(database)) {
            var register = PersonStory.register(People.HANS, receiver());
            var first = there.send(register);
            assertThat(here.send(register)).isEqualTo(first);
            there.send(PersonStory.register(People.JOKE, receiver()));
            assertThat(here.send(register)).isEqualTo(first);
        }
    }

    @Test
    void who_read_an_older_version_is_told_so_and_nothing_is_overwritten() {
        try (var here = new Hosting(database);
                var there = new Hosting(database)) {
            here.send(HANS.refer());
            there.send(HANS.yes(People.by(People.HANS, null)));
            for (var hosting : List.of(here, there)) {
                assertThatThrownBy(() -> expecting(hosting, 1))
                        .isInstanceOf(Stopped.class)
                        .hasMessage("intussen-veranderd");
            }
            assertThat(expecting(here, 2)).isEqualTo(new Receipt(3, 3));
        }
    }

    @Test
    void the_same_key_has_one_effect() {
        try (var hosting = new Hosting(database)) {
            var cause = Hosting.cause(once("k"), OptionalLong.empty());
            hosting.host.send(PersonStory.register(People.HANS, receiver()), cause);
            assertThatThrownBy(
                            () ->
                                    hosting.host.send(
                                            PersonStory.register(People.JOKE, receiver()), cause))
                    .isInstanceOf(DuplicateOnce.class);
            assertThat(hosting.reader.head()).isEqualTo(1);
            assertThat(hosting.send(PersonStory.register(People.JOKE, receiver())))
                    .isEqualTo(new Receipt(1, 2));
        }
    }

    @Test
    void nothing_is_sent_from_inside_a_unit_of_work() {
        try (var hosting = new Hosting(database)) {
            var work = DefaultUnitOfWork.startAndGet(null);
            try {
                assertThatThrownBy(() -> hosting.send(HANS.refer()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("unit of work");
            } finally {
                work.rollback();
            }
            assertThat(hosting.reader.head()).isZero();
        }
    }

    @Test
    void commands_are_counted_by_name_and_outcome() {
        try (var hosting = new Hosting(database)) {
            hosting.send(HANS.refer());
            assertThatThrownBy(() -> hosting.send(HANS.refer())).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> hosting.send(HANS.refer())).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> expecting(hosting, 9)).isInstanceOf(Stopped.class);
            assertThat(counted(hosting, "Refer", "accepted")).isEqualTo(1);
            assertThat(counted(hosting, "Refer", "already-asked")).isEqualTo(2);
            assertThat(counted(hosting, "Welcome", "failed")).isEqualTo(1);
        }
    }

    private static Receipt expecting(Hosting hosting, long version) {
        return hosting.host.send(
                HANS.welcome(receiver()), Hosting.cause(null, OptionalLong.of(version)));
    }

    private static By receiver() {
        return Direction.PROFESSIONAL_TO_INITIATIVE.asked().by();
    }

    private static double counted(Hosting hosting, String command, String outcome) {
        return Optional.ofNullable(
                        hosting.meters
                                .find("schakel.commands")
                                .tags("command", command, "outcome", outcome)
                                .counter())
                .map(counter -> counter.count())
                .orElse(0.0);
    }

    private static List<String> everyCommand() {
        return new ClassFileImporter()
                .importPackages("nl.schakel.command").stream()
                        .filter(type -> type.isAssignableTo(Command.class) && type.isRecord())
                        .map(JavaClass::getName)
                        .toList();
    }

    private static Once once(String text) {
        var key = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32);
        return new Once(key, key);
    }
}

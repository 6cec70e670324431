package nl.schakel.command.desk;

import static nl.schakel.command.People.GGZ;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.PETER;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.Actor;
import nl.schakel.access.Refused;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Invalid;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.person.PersonStory;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Hosting;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.Role;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.vault.Identity;
import nl.schakel.vault.Vault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request, one effect, on a real database with a real vault. */
final class DeskTest {

    private static final String GUIDE = "guide";

    private final Database database = Hosting.database();
    private final Hosting hosting = new Hosting(database);
    private final HikariDataSource source = database.as("vault", 4);
    private Vault vault;
    private Desk desk;

    private record Words(
            String text, @Nullable OffsetDateTime occurredAt, @Nullable UUID reportedBy)
            implements Body {}

    @BeforeEach
    void hans_is_known(@TempDir Path directory) throws IOException {
        vault = hosting.vault(source, directory);
        desk = new Desk(hosting.host, hosting.reader, vault, () -> NOW);
        vault.remember(HANS, new Identity("Hans", "Hans", null, null, null, "Breda"), NOW);
        hosting.send(PersonStory.register(HANS, by(SAMIRA, GGZ)));
    }

    @AfterEach
    void closed() {
        hosting.close();
        source.close();
    }

    @Test
    void the_same_key_with_the_same_body_gets_the_same_answer_and_has_one_effect() {
        var first = write(samira("k"), words("rustig"), "referral:a");
        var again = write(samira("k"), words("rustig"), "referral:a");
        assertThat(again).isEqualTo(first);
        assertThat(first.version()).isEqualTo(2);
        assertThat(hosting.reader.head()).isEqualTo(2);
    }

    @Test
    void the_answer_to_a_repeated_request_is_the_one_of_then() {
        var first = write(samira("k"), words("rustig"), "referral:a");
        write(samira("l"), words("samen naar buiten"), "referral:a");
        assertThat(write(samira("k"), words("rustig"), "referral:a")).isEqualTo(first);
        assertThat(hosting.reader.head()).isEqualTo(3);
    }

    @Test
    void the_same_key_with_another_body_or_for_another_act_is_invalid() {
        write(samira("k"), words("rustig"), "referral:a");
        assertKeyIsUsed(() -> write(samira("k"), words("druk"), "referral:a"));
        assertKeyIsUsed(
                () ->
                        desk.handle(
                                samira("k"),
                                HANS,
                                "another act",
                                words("rustig"),
                                draft -> draft.id("guide"),
                                draft -> guide(draft, words("rustig"), "referral:a")));
        assertThat(hosting.reader.head()).isEqualTo(2);
    }

    @Test
    void nothing_is_sealed_before_the_earlier_answer_is_looked_up() {
        write(samira("k"), words("rustig"), "referral:a");
        assertThat(scopes()).containsExactlyInAnyOrder("identity", "referral:a");
        write(samira("k"), words("rustig"), "referral:b");
        assertKeyIsUsed(() -> write(samira("k"), words("druk"), "referral:c"));
        assertThat(scopes()).containsExactlyInAnyOrder("identity", "referral:a");
    }

    @Test
    void a_moment_in_the_future_is_invalid_and_leaves_nothing_behind() {
        var later = new Words("rustig", NOW.plusMillis(1).atOffset(ZoneOffset.UTC), null);
        assertThatThrownBy(() -> write(samira("k"), later, "referral:a"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        no ->
                                assertThat(no.faults())
                                        .containsExactly(
                                                new Invalid.Fault("gebeurdOp", "toekomst")));
        assertThat(hosting.reader.head()).isEqualTo(1);
        assertThat(scopes()).containsExactly("identity");
    }

    @Test
    void both_clocks_are_stamped_and_who_said_so_is_kept() {
        var earlier = NOW.minusSeconds(3_600);
        var spoken = new Words("rustig", earlier.atOffset(ZoneOffset.UTC), PETER.value());
        var answer = write(samira("k"), spoken, "referral:a");
        var by = hosting.reader.at(answer.position()).map(Recorded::fact).orElseThrow().by();
        assertThat(by.who()).isEqualTo(SAMIRA);
        assertThat(by.party()).isEqualTo(GGZ);
        assertThat(by.reportedBy()).isEqualTo(PETER);
        assertThat(by.recordedAt()).isEqualTo(NOW);
        assertThat(by.occurredAt()).isEqualTo(earlier);
    }

    @Test
    void a_refused_command_wrote_nothing_and_may_be_asked_again_with_the_same_key() {
        vault.remember(JOKE, new Identity("Joke", "Joke", null, null, null, "Breda"), NOW);
        assertThatThrownBy(() -> writeAbout(JOKE, samira("k")))
                .isInstanceOf(Refused.class)
                .hasMessage("not-known-here");
        assertThat(hosting.reader.head()).isEqualTo(1);
        hosting.send(PersonStory.register(JOKE, by(SAMIRA, GGZ)));
        assertThat(writeAbout(JOKE, samira("k")).version()).isEqualTo(2);
    }

    @Test
    void the_same_key_of_somebody_else_is_another_key() {
        var samira = write(samira("k"), words("rustig"), "referral:a");
        var peter = write(caller(PETER, "k"), words("rustig"), "referral:a");
        assertThat(peter.version()).isEqualTo(3);
        assertThat(peter.id()).isNotEqualTo(samira.id());
    }

    @Test
    void without_a_key_each_request_has_its_own_effect() {
        var first = write(caller(SAMIRA, null), words("rustig"), "referral:a");
        var second = write(caller(SAMIRA, null), words("rustig"), "referral:a");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.version()).isEqualTo(first.version() + 1);
    }

    private Answer write(Caller caller, Words body, String scope) {
        return desk.handle(
                caller,
                HANS,
                GUIDE,
                body,
                draft -> draft.id("guide"),
                draft -> guide(draft, body, scope));
    }

    private Answer writeAbout(PersonId person, Caller caller) {
        var body = words("rustig");
        return desk.handle(
                caller,
                person,
                GUIDE,
                body,
                draft -> draft.id("guide"),
                draft -> {
                    var text = draft.seal(person, "identity", "tekst", body.text());
                    return PersonStory.write(person, text, text, draft.by());
                });
    }

    private static Command guide(Draft draft, Words body, String scope) {
        var text = draft.seal(HANS, scope, "tekst", body.text());
        return PersonStory.write(HANS, text, text, draft.by());
    }

    private static void assertKeyIsUsed(ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        no ->
                                assertThat(no.faults())
                                        .containsExactly(
                                                new Invalid.Fault(
                                                        "Idempotency-Key", "sleutel-hergebruikt")));
    }

    private Set<String> scopes() {
        return TestPostgres.superuser(database)
                .sql("SELECT scope FROM vault.key")
                .query((row, _) -> row.getString(1))
                .set();
    }

    private static Words words(String text) {
        return new Words(text, null, null);
    }

    private static Caller samira(String key) {
        return caller(SAMIRA, key);
    }

    private static Caller caller(PersonId person, @Nullable String key) {
        var actor = new Actor(person, Map.of(GGZ, Set.of(Role.CONTACT)), GGZ, false);
        return new Caller(actor, key, OptionalLong.empty(), "0123456789abcdef0123456789abcdef");
    }
}

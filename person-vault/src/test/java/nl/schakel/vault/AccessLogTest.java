package nl.schakel.vault;

import static nl.schakel.vault.Vaults.NOW;
import static nl.schakel.vault.Vaults.READER;
import static nl.schakel.vault.Vaults.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.vault.Vault.NoLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No log, no data: a line per person stands before anything is opened, and stands for ever. */
final class AccessLogTest {

    private static final Identity HANS = new Identity("Hans", "Hans", null, null, null, "Breda");

    private final Vaults vaults = new Vaults();
    private final Vault vault = vaults.vault;
    private final PersonId person = someone();

    @AfterEach
    void close() {
        vaults.close();
    }

    @Test
    void a_line_says_who_looked_at_what_and_by_what_right() {
        var party = new PartyId(new UUID(5, 5));
        var reader = new Reader(READER.who(), party, "1/genoemd", "gids", "toestemming", "trace");
        vault.open(List.of(vault.seal(person, "identity", "kopje", "x", NOW)), reader, NOW);
        assertThat(
                        vaults.superuser
                                .sql(
                                        """
                                        SELECT at, reader, party, authority, person, fields, purpose, ground,
                                            outcome, trace
                                        FROM vault.access_log
                                        """)
                                .query(
                                        (row, _) ->
                                                List.of(
                                                        row.getTimestamp(1).toInstant(),
                                                        row.getObject(2),
                                                        row.getObject(3),
                                                        row.getString(4),
                                                        row.getObject(5),
                                                        row.getString(6),
                                                        row.getString(7),
                                                        row.getString(8),
                                                        row.getString(9),
                                                        row.getString(10)))
                                .list())
                .containsExactly(
                        List.of(
                                NOW,
                                READER.who().value(),
                                party.value(),
                                "1/genoemd",
                                person.value(),
                                "{kopje}",
                                "gids",
                                "toestemming",
                                "geopend",
                                "trace"));
    }

    @Test
    void a_list_is_opened_in_one_statement_with_one_line_a_person() {
        var people = List.of(someone(), someone(), someone());
        var texts =
                people.stream()
                        .flatMap(
                                p ->
                                        List.of("wens", "waar").stream()
                                                .map(f -> vault.seal(p, "identity", f, f, NOW)))
                        .toList();
        assertThat(vault.open(texts, READER, NOW)).hasSize(6);
        assertThat(vaults.lines())
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(p -> p.value() + " waar,wens geopend").toList());
        assertThat(vaults.number("SELECT count(DISTINCT xmin::text) FROM vault.access_log"))
                .as("transactions")
                .isEqualTo(1);
        vault.open(texts.subList(0, 2), READER, NOW);
        assertThat(vaults.lines()).hasSize(4);
        assertThat(vaults.meters.get("schakel.vault.access.log").counter().count()).isEqualTo(4);
    }

    @Test
    void names_and_words_of_one_person_in_one_answer_are_one_line() {
        vault.remember(person, HANS, NOW);
        var wish = vault.seal(person, "referral:1", "wens", "Weer nodig zijn.", NOW);
        var look = vault.look(List.of(person), List.of(wish), READER, NOW);
        assertThat(look.people()).containsEntry(person, HANS);
        assertThat(look.texts()).containsEntry(wish, new Opened.Plain("Weer nodig zijn."));
        assertThat(vaults.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("naam").contains("wens"));
    }

    @Test
    void a_look_at_who_was_erased_is_a_line_too() {
        vault.remember(person, HANS, NOW);
        vault.destroy(person, Scopes.IDENTITY, NOW);
        assertThat(vault.identities(List.of(person), READER, NOW)).isEmpty();
        assertThat(vaults.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(" gewist"));
    }

    @Test
    void opening_nothing_writes_nothing() {
        assertThat(vault.open(List.of(), READER, NOW)).isEmpty();
        assertThat(vault.identities(List.of(), READER, NOW)).isEmpty();
        assertThat(vaults.lines()).isEmpty();
    }

    @Test
    void what_cannot_be_logged_is_not_opened() {
        vault.remember(person, HANS, NOW);
        var sealed = vault.seal(person, "identity", "wens", "x", NOW);
        vaults.superuser.sql("REVOKE INSERT ON vault.access_log FROM schakel_vault").update();
        assertThatThrownBy(() -> vault.open(List.of(sealed), READER, NOW))
                .isInstanceOf(NoLog.class)
                .hasMessage("no log, no data");
        assertThatThrownBy(() -> vault.identities(List.of(person), READER, NOW))
                .isInstanceOf(NoLog.class);
        assertThat(vaults.meters.get("schakel.vault.access.log").counter().count()).isZero();
    }

    @Test
    void nor_is_what_fails_when_the_line_is_committed() {
        var sealed = vault.seal(person, "identity", "wens", "x", NOW);
        vaults.superuser
                .sql(
                        """
                        CREATE FUNCTION vault.full() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
                        CREATE CONSTRAINT TRIGGER full_at_commit AFTER INSERT ON vault.access_log
                            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vault.full();
                        """)
                .update();
        assertThatThrownBy(() -> vault.open(List.of(sealed), READER, NOW))
                .isInstanceOf(NoLog.class);
        assertThat(vaults.lines()).isEmpty();
    }

    @Test
    void the_line_stands_even_when_who_looked_rolls_back() {
        var sealed = vault.seal(person, "identity", "wens", "x", NOW);
        new TransactionTemplate(new JdbcTransactionManager(vaults.source))
                .executeWithoutResult(
                        work -> {
                            vault.open(List.of(sealed), READER, NOW);
                            assertThat(vaults.lines()).as("committed before it opens").hasSize(1);
                            work.setRollbackOnly();
                        });
        assertThat(vaults.lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE vault.access_log SET purpose = 'x'",
                "DELETE FROM vault.access_log",
                "TRUNCATE vault.access_log"
            })
    void nobody_who_opens_can_change_the_log(String sql) {
        assertThatThrownBy(
                        () -> {
                            try (var connection = vaults.database.alone("vault");
                                    var statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "project", "web", "audit", "verify"})
    void no_other_role_reads_keys_or_identities_or_the_log(String role) {
        for (var table : List.of("key", "identity", "access_log", "master")) {
            assertThatThrownBy(
                            () -> {
                                try (var connection = vaults.database.alone(role);
                                        var statement = connection.createStatement()) {
                                    statement.execute("SELECT * FROM vault." + table);
                                }
                            })
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}

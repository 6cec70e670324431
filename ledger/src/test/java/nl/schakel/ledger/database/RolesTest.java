package nl.schakel.ledger.database;

import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Schemas.Room;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each role may do what it needs, and nobody can change what happened. */
final class RolesTest {

    private static final String DENIED = "42501";
    private static final String NEVER = "23001";
    private static final String COPY =
            """
            INSERT INTO ledger.fact (position, kind, stream, sequence, event_id, name, revision, actor,
                recorded_at, occurred_at, payload, hash)
            SELECT position + 1, kind, stream, sequence + 1, event_id, name, revision, actor,
                recorded_at, occurred_at, payload, hash FROM ledger.fact
            """;

    private static final Database DATABASE = TestPostgres.fresh(Room.LEDGER);

    @BeforeAll
    static void something_happened() {
        try (var ledger = new Appending(DATABASE)) {
            ledger.append(0, null, registered(someone()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "append, UPDATE ledger.fact SET name = 'x'",
        "append, DELETE FROM ledger.fact",
        "append, TRUNCATE ledger.fact",
        "project, UPDATE ledger.fact SET name = 'x'",
        "project, DELETE FROM ledger.fact",
        "project, TRUNCATE ledger.fact",
        "web, UPDATE ledger.fact SET name = 'x'",
        "web, DELETE FROM ledger.fact",
        "web, TRUNCATE ledger.fact",
        "audit, UPDATE ledger.fact SET name = 'x'",
        "audit, DELETE FROM ledger.fact",
        "audit, TRUNCATE ledger.fact",
        "verify, UPDATE ledger.fact SET name = 'x'",
        "verify, DELETE FROM ledger.fact",
        "verify, TRUNCATE ledger.fact",
        "vault, UPDATE ledger.fact SET name = 'x'",
        "vault, DELETE FROM ledger.fact",
        "vault, TRUNCATE ledger.fact"
    })
    void nobody_changes_what_happened(String role, String sql) {
        refused(role, sql, DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "audit", "verify", "web", "vault"})
    void only_one_role_adds_facts(String role) {
        refused(role, COPY, DENIED);
        refused(role, "SELECT ledger.append(" + "NULL, ".repeat(18) + "NULL)", DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "project", "audit", "verify"})
    void who_needs_them_reads_facts(String role) throws SQLException {
        assertThat(done(role, "SELECT position FROM ledger.fact")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "vault"})
    void who_does_not_need_them_cannot_even_read(String role) {
        refused(role, "SELECT position FROM ledger.fact", DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.fact SET name = 'x'",
                "UPDATE ledger.fact SET name = 'x' WHERE false",
                "DELETE FROM ledger.fact",
                "TRUNCATE ledger.fact"
            })
    void even_the_owner_meets_the_wall(String sql) {
        refused("migrate", sql, NEVER);
    }

    @Test
    void the_wall_stands_in_a_session_that_replicates_too() {
        var superuser = TestPostgres.superuser(DATABASE);
        assertThatThrownBy(
                        () ->
                                superuser
                                        .sql(
                                                """
                                                SET session_replication_role = 'replica';
                                                DELETE FROM ledger.fact
                                                """)
                                        .update())
                .rootCause()
                .hasMessageContaining("facts never change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "project", "web", "audit", "verify", "vault"})
    void no_role_makes_tables_or_takes_the_wall_down(String role) {
        refused(role, "CREATE TABLE ledger.mine ()", DENIED);
        refused(role, "ALTER TABLE ledger.fact DISABLE TRIGGER never_changed", DENIED);
        refused(role, "DROP TABLE ledger.fact", DENIED);
    }

    private static void refused(String role, String sql, String state) {
        assertThatThrownBy(() -> done(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    private static boolean done(String role, String sql) throws SQLException {
        try (var connection = DATABASE.alone(role);
                var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}

package nl.schakel.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.ledger.database.Schemas.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a database is said in one sentence, before it is trusted with a fact. */
final class FitnessTest {

    private final Database database = TestPostgres.fresh(Room.LEDGER);

    @ParameterizedTest
    @ValueSource(strings = {"append", "project", "web", "audit", "verify", "vault"})
    void a_database_as_it_should_be_is_trusted_by_every_role(String role) {
        assertThat(wrong(database, role)).isEmpty();
    }

    @Test
    void rooms_of_other_roles_are_looked_at_too() {
        var theirs = new Room("query", "db/folds", "schakel_project");
        var both = TestPostgres.fresh(Room.LEDGER, theirs);
        try (var source = both.as("append", 3)) {
            assertThat(Fitness.wrong(source, List.of(Room.LEDGER, theirs), Instant.now()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"fsync", "full_page_writes"})
    void a_server_that_could_lose_what_it_acknowledged_is_not_trusted(String setting)
            throws IOException {
        try (var careless =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig(setting, "off")
                        .start()) {
            assertThat(Fitness.wrong(careless.getPostgresDatabase(), List.of(), Instant.now()))
                    .contains(
                            "PostgreSQL runs with "
                                    + setting
                                    + " off: what is acknowledged could be lost.");
        }
    }

    @Test
    void nor_is_a_database_that_does_not_wait_for_the_disk() {
        set("synchronous_commit = off");
        assertThat(wrong(database, "append"))
                .contains(
                        "PostgreSQL runs with synchronous_commit off: what is acknowledged could be lost.");
    }

    @Test
    void nor_one_with_another_isolation() {
        set("default_transaction_isolation = 'serializable'");
        assertThat(wrong(database, "append"))
                .contains(
                        "PostgreSQL must have default_transaction_isolation set to read committed.");
    }

    @Test
    void nor_one_with_another_encoding() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        TestPostgres.superuser(database)
                .sql(
                        "CREATE DATABASE "
                                + name
                                + " TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'")
                .update();
        var url = database.url().substring(0, database.url().lastIndexOf('/') + 1) + name;
        assertThat(wrong(new Database(url, database.passwords()), "append"))
                .contains("PostgreSQL must have server_encoding set to UTF8.");
    }

    @Test
    void a_role_that_makes_roles_may_do_too_much() {
        assertThat(wrong(database, "migrate"))
                .contains(
                        "The role schakel_migrate may do more than it should: facts must be out of its reach.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE", "DELETE", "TRUNCATE"})
    void a_role_that_changes_facts_may_do_too_much(String privilege) {
        TestPostgres.superuser(database)
                .sql("GRANT " + privilege + " ON ledger.fact TO schakel_append")
                .update();
        assertThat(wrong(database, "append"))
                .contains(
                        "The role schakel_append may do more than it should: facts must be out of its reach.");
        assertThat(wrong(database, "project")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 5})
    void clocks_that_are_apart_are_told(long seconds) {
        try (var source = database.as("append", 3)) {
            assertThat(
                            Fitness.wrong(
                                    source,
                                    List.of(Room.LEDGER),
                                    Instant.now().plusSeconds(seconds)))
                    .contains(
                            "The clocks of this machine and the database are more than two seconds apart.");
        }
    }

    @Test
    void a_migration_that_waits_is_named() {
        try (var source = database.as("project", 3)) {
            var folds = new Room("query", "db/folds", "schakel_project");
            assertThat(Fitness.wrong(source, List.of(Room.LEDGER, folds), Instant.now()))
                    .contains(
                            "The schemas are not up to date (V001__token_entry.sql): run the step --migrate first.");
        }
    }

    @Test
    void a_database_that_is_not_there_or_not_for_this_role_is_told() {
        var elsewhere = new Database("jdbc:postgresql://localhost:1/nothing", database.passwords());
        var nobody = new Database(database.url(), Map.of("nobody", "x"));
        assertThat(List.of(wrong(elsewhere, "append"), wrong(nobody, "nobody")))
                .containsOnly(
                        Optional.of(
                                "The database cannot be reached, or does not let this role in:"
                                        + " check schakel.database.url and its passwords."));
    }

    private void set(String setting) {
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        TestPostgres.superuser(database).sql("ALTER DATABASE " + name + " SET " + setting).update();
    }

    private static Optional<String> wrong(Database database, String role) {
        try (var source = database.as(role, 3)) {
            return Fitness.wrong(source, List.of(Room.LEDGER), Instant.now());
        }
    }
}

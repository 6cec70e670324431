package nl.schakel.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.schakel.ledger.Numbers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever may do everything in the database, and takes its guards away, is found out at the first
 * position that is wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TamperingTest {

    private static final int FACTS = 40;
    private static final int UNDER_ONE = 10;

    private static final List<String> TEXTS = List.of("kind", "name", "trace");
    private static final List<String> IDS =
            List.of("stream", "event_id", "person", "actor", "party", "correlation", "causation");
    private static final List<String> NUMBERS = List.of("sequence", "revision");
    private static final List<String> MOMENTS = List.of("recorded_at", "occurred_at");
    private static final List<String> BYTES =
            List.of("payload", "once_key", "once_request", "hash");

    private final SealedLedger ledger;

    TamperingTest() throws IOException {
        ledger = new SealedLedger(Files.createTempDirectory("schakel").resolve("evidence"));
        for (int sealed = 0; sealed < FACTS; sealed += UNDER_ONE) {
            ledger.grow(UNDER_ONE);
        }
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void what_nobody_touched_is_green() throws Exception {
        try (var connection = ledger.unguarded()) {
            var found = ledger.verify(connection, null, true);
            assertThat(found.sealed()).isEqualTo(FACTS);
            assertThat(found.younger()).isZero();
            assumeThat(SecondVerifier.here()).as("Node is not here").isTrue();
            assertThat(SecondVerifier.says(connection, ledger.evidence))
                    .isEqualTo("GREEN  sealed up to position " + FACTS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_attack_is_found_at_its_first_position(Attack attack) throws Exception {
        try (var connection = ledger.unguarded()) {
            run(connection, attack.sql);
            assertThat(wrong(connection).position).isEqualTo(attack.position);
            theSecondVerifierAgrees(connection);
        }
    }

    @Test
    void a_fact_changed_together_with_its_hash_is_found_exactly_or_under_which_checkpoint()
            throws Exception {
        try (var connection = ledger.unguarded()) {
            run(
                    connection,
                    """
                    UPDATE ledger.fact SET (actor, hash) = (SELECT f.person, f.hash
                        FROM ledger.fact f WHERE f.position = 5) WHERE position = 23
                    """);
            byte[] computed;
            try (var facts = new StoredFacts(connection)) {
                var changed = Stream.iterate(facts.next(), f -> facts.next());
                var found = changed.filter(f -> f.position() == 23).findFirst();
                computed = found.orElseThrow().computed();
            }
            try (var update =
                    connection.prepareStatement(
                            "UPDATE ledger.fact SET hash = ? WHERE position = 23")) {
                update.setBytes(1, computed);
                update.executeUpdate();
            }
            assertThat(wrong(connection).position).isEqualTo(23);
            var roughly =
                    catchThrowableOfType(
                            Verifier.Wrong.class, () -> ledger.verify(connection, null, false));
            assertThat(roughly.position).isEqualTo(21);
            assertThat(roughly).hasMessageContaining("before position 31");
        }
    }

    @Test
    void a_single_bit_anywhere_in_any_column_is_found_where_it_is() throws Exception {
        var chance = new Random(20261125);
        try (var connection = ledger.unguarded()) {
            int found = 0;
            while (found < Numbers.FLIPS.now()) {
                var savepoint = connection.setSavepoint();
                int position = 1 + chance.nextInt(FACTS);
                if (flips(connection, position, chance)) {
                    assertThat(wrong(connection).position).isEqualTo(position);
                    found++;
                }
                connection.rollback(savepoint);
                connection.releaseSavepoint(savepoint);
            }
        }
    }

    /** It has no tree at hand, so it names the checkpoint where the first says it exactly. */
    private void theSecondVerifierAgrees(Connection connection) throws Exception {
        var roughly =
                catchThrowableOfType(
                        Verifier.Wrong.class, () -> ledger.verify(connection, null, false));
        assumeThat(SecondVerifier.here()).as("Node is not here").isTrue();
        assertThat(SecondVerifier.says(connection, ledger.evidence))
                .isEqualTo("RED  " + roughly.getMessage());
    }

    private Verifier.Wrong wrong(Connection connection) {
        return catchThrowableOfType(
                Verifier.Wrong.class, () -> ledger.verify(connection, null, true));
    }

    /** Flips one bit in one column; false when there is nothing in it. */
    private static boolean flips(Connection connection, int position, Random chance)
            throws SQLException {
        var all = Stream.of(TEXTS, IDS, NUMBERS, MOMENTS, BYTES).flatMap(List::stream).toList();
        var column = all.get(chance.nextInt(all.size()));
        int at = chance.nextInt(1_000_000);
        int bit = 1 << chance.nextInt(TEXTS.contains(column) ? 4 : 8);
        var flipped = flipped(column).formatted(column, at, bit);
        try (var statement = connection.createStatement()) {
            var sql =
                    "UPDATE ledger.fact SET %1$s = %2$s WHERE position = %3$d AND %1$s IS NOT NULL";
            return statement.executeUpdate(sql.formatted(column, flipped, position)) == 1;
        }
    }

    /** The column with one bit turned: %1$s names it, %2$d says where, %3$d which. */
    private static String flipped(String column) {
        if (TEXTS.contains(column)) {
            return "overlay(%1$s PLACING chr(ascii(substr(%1$s, 1 + %2$d %% length(%1$s), 1)) # %3$d)"
                    + " FROM 1 + %2$d %% length(%1$s) FOR 1)";
        }
        if (IDS.contains(column)) {
            var bytes = "decode(replace(%1$s::text, '-', ''), 'hex')";
            return "encode(set_byte("
                    + bytes
                    + ", %2$d %% 16, get_byte("
                    + bytes
                    + ", %2$d %% 16)"
                    + " # %3$d), 'hex')::uuid";
        }
        if (NUMBERS.contains(column)) {
            return "%1$s # %3$d";
        }
        return MOMENTS.contains(column)
                ? "%1$s + %3$d * interval '1 microsecond'"
                : "set_byte(%1$s, %2$d %% length(%1$s), get_byte(%1$s, %2$d %% length(%1$s)) # %3$d)";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

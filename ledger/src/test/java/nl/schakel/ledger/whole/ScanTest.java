package nl.schakel.ledger.whole;

import static nl.schakel.ledger.Appending.joined;
import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import nl.schakel.events.PartyId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.folds.Fold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All facts are handed over once, in their order; who has had enough, or cannot read, is told. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
final class ScanTest {

    /** More than is read ahead. */
    private static final int FACTS = 4_000;

    private final Database database = TestPostgres.fresh(Room.LEDGER);
    private final Appending ledger = new Appending(database);

    private record Following(Set<String> kinds) implements Fold {

        @Override
        public String name() {
            return "one";
        }

        @Override
        public void take(Recorded recorded, JdbcClient rows) {}
    }

    @BeforeAll
    void filled() {
        for (int i = 0; i < FACTS / 2; i++) {
            ledger.append(0, null, registered(someone()));
            ledger.append(0, null, joined(new PartyId(UUID.randomUUID())));
        }
    }

    @AfterAll
    void closed() {
        ledger.close();
    }

    @Test
    void shares_of_the_keys_hold_every_fact_once_and_each_in_the_order_of_commit()
            throws SQLException {
        var all = new ArrayList<Long>();
        try (var connection = connection()) {
            for (int share = 0; share < 3; share++) {
                var range = new Scan.Range(0, FACTS, following(Set.of()), share, 3);
                var here = positions(connection, range);
                assertThat(here).isSorted().isNotEmpty();
                all.addAll(here);
            }
        }
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, FACTS).boxed().toList());
    }

    @Test
    void of_the_kinds_that_are_followed_alone() throws SQLException {
        var range = new Scan.Range(10, 20, following(Set.of("party")), 0, 1);
        try (var connection = connection()) {
            assertThat(positions(connection, range)).containsExactly(12L, 14L, 16L, 18L, 20L);
        }
    }

    @Test
    void who_has_had_enough_is_not_handed_more_and_the_connection_goes_on_unless_it_only_reads()
            throws SQLException {
        try (var connection = connection()) {
            enough(connection);
        }
        try (var connection = connection()) {
            connection.rollback();
            connection.setReadOnly(false);
            enough(connection);
            assertThat(positions(connection, all())).hasSize(FACTS);
        }
    }

    private static void enough(Connection connection) {
        var handed = new AtomicInteger();
        var scan = new Scan(connection, new FactCodec());
        assertThatThrownBy(
                        () ->
                                scan.each(
                                        all(),
                                        (recorded, _) -> {
                                            handed.incrementAndGet();
                                            throw new SQLException(
                                                    "enough at " + recorded.position());
                                        }))
                .hasMessage("enough at 1");
        assertThat(handed).hasValue(1);
    }

    @Test
    void what_cannot_be_read_is_the_answer_and_not_the_end() throws SQLException {
        try (var connection = connection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET statement_timeout = '1ms'");
            }
            assertThatThrownBy(() -> positions(connection, all()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("statement timeout");
        }
    }

    private static Scan.Range all() {
        return new Scan.Range(0, FACTS, following(Set.of()), 0, 1);
    }

    private static Fold following(Set<String> kinds) {
        return new Following(kinds);
    }

    private static List<Long> positions(Connection connection, Scan.Range range)
            throws SQLException {
        var positions = new ArrayList<Long>();
        new Scan(connection, new FactCodec())
                .each(range, (recorded, _) -> positions.add(recorded.position()));
        return positions;
    }

    private Connection connection() throws SQLException {
        var connection = database.alone("project");
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }
}

package nl.schakel.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.schakel.ledger.database.Schemas.Room;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A slow start is no wrong clock. */
class SlowStartTest {

    @Test
    void a_first_connection_that_takes_three_seconds_does_not_set_the_clocks_apart() {
        try (var append = TestPostgres.fresh(Room.LEDGER).as("append", 2)) {
            assertThat(Fitness.wrong(new Slow(append), List.of(Room.LEDGER), Instant.now()))
                    .isEmpty();
        }
    }

    @Test
    void a_clock_that_really_is_three_seconds_off_still_is_told() {
        try (var append = TestPostgres.fresh(Room.LEDGER).as("append", 2)) {
            var wrong = Instant.now().minus(Duration.ofSeconds(3));
            assertThat(Fitness.wrong(append, List.of(Room.LEDGER), wrong))
                    .hasValueSatisfying(told -> assertThat(told).contains("more than two seconds"));
        }
    }

    /** A database on a busy machine: the first connection takes three seconds. */
    private static final class Slow extends DelegatingDataSource {

        private boolean first = true;

        private Slow(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (first) {
                first = false;
                try {
                    TimeUnit.SECONDS.sleep(3);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return super.getConnection();
        }
    }
}

package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.Numbers;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.Test;

/** Rule 16: a withdrawal by one holds on the very next read by another, however slow a view is. */
final class WithdrawalTest {

    private static final int SIDE_BY_SIDE = 10;

    private final Town town = Town.town();

    @Test
    void what_is_withdrawn_by_one_is_closed_on_the_very_next_read_by_another() throws Exception {
        var slow = new AtomicBoolean(true);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var delays = people.submit(() -> delayTheViews(slow));
            var readings = new ArrayList<Future<Readings>>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                readings.add(people.submit(pairs(Numbers.WITHDRAWALS.now() / SIDE_BY_SIDE)));
            }
            var all = new Readings();
            try {
                for (var each : readings) {
                    all.add(each.get());
                }
            } finally {
                slow.set(false);
            }
            assertThat(delays.get()).as("times that the views stood still").isGreaterThan(10);
            assertThat(all.pairs).isEqualTo(Numbers.WITHDRAWALS.now());
            assertThat(all.openedUnderConsent).as("readings under consent").isPositive();
            assertThat(all.openedAfterWithdrawal).as("openings after a withdrawal").isZero();
        }
    }

    private static final class Readings {
        private int pairs;
        private int openedUnderConsent;
        private int openedAfterWithdrawal;

        private void add(Readings more) {
            pairs += more.pairs;
            openedUnderConsent += more.openedUnderConsent;
            openedAfterWithdrawal += more.openedAfterWithdrawal;
        }
    }

    private Callable<Readings> pairs(int count) {
        return () -> {
            var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
            handover.writesTheGuide();
            handover.releasesTheGuide();
            var readings = new Readings();
            for (int i = 0; i < count; i++) {
                var consent = handover.consents();
                readings.openedUnderConsent += opens(handover) ? 1 : 0;
                handover.withdraws(consent);
                readings.openedAfterWithdrawal += opens(handover) ? 1 : 0;
                readings.pairs++;
            }
            return readings;
        };
    }

    private boolean opens(Handover handover) {
        var guide = "/v1/inwoners/" + handover.person + "/handleiding";
        return town.voice(handover.sides.host).get(guide).status() == 200;
    }

    /** Holds the views back for a while, again and again; reading goes on. */
    private int delayTheViews(AtomicBoolean slow) throws SQLException {
        int times = 0;
        try (var connection = TestPostgres.asSuperuser(town.database())) {
            connection.setAutoCommit(false);
            while (slow.get()) {
                hold(connection);
                LockSupport.parkNanos(5_000_000);
                times++;
            }
        }
        return times;
    }

    private static void hold(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE query.circle, query.guide IN SHARE MODE");
            LockSupport.parkNanos(30_000_000);
        }
        connection.commit();
    }
}

package nl.schakel.ledger.folds;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.schakel.ledger.Recorded;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Hands a fact to a fold once and in the order of its key, and parks that key when it cannot be
 * taken in.
 */
final class Taking implements EventHandlerInvoker {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

    private final Fold fold;
    private final DataSource source;
    private final JdbcClient rows;
    private final Parking parking;
    private final String batch;

    Taking(Fold fold, DataSource source, Parking parking) {
        this.fold = fold;
        this.source = source;
        this.rows = JdbcClient.create(source);
        this.parking = parking;
        this.batch = "taking:" + fold.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return segment.matches(fold.key(recorded(message)));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        CurrentUnitOfWork.get()
                .<List<Recorded>>getOrComputeResource(batch, _ -> begun())
                .add(recorded(message));
    }

    /** What comes in one unit of work is taken in together, before it commits. */
    private List<Recorded> begun() {
        var together = new ArrayList<Recorded>();
        CurrentUnitOfWork.get().onPrepareCommit(_ -> take(together));
        return together;
    }

    @Override
    public boolean supportsReset() {
        return true;
    }

    /**
     * All at once when nothing stands in the way; else one by one. Repeated delivery changes
     * nothing (P10).
     */
    private void take(List<Recorded> together) {
        hold();
        var keys = together.stream().map(fold::key).collect(Collectors.toSet());
        var taken = parking.taken(fold.name(), keys);
        var fresh =
                together.stream()
                        .filter(
                                r ->
                                        r.position()
                                                > Objects.requireNonNull(taken.get(fold.key(r)))
                                                        .position())
                        .toList();
        if (fresh.isEmpty()) {
            return;
        }
        boolean parked = taken.values().stream().anyMatch(t -> t.parkedSince().isPresent());
        if (!parked && tried(fresh) == null) {
            parking.note(fold, fresh);
        } else {
            fresh.forEach(this::takeAlone);
        }
    }

    /** What follows a parked fact waits behind it. */
    private void takeAlone(Recorded recorded) {
        var taken = parking.taken(fold.name(), fold.key(recorded));
        if (recorded.position() <= taken.position()) {
            return;
        }
        if (taken.parkedSince().isPresent()
                && parking.standsStill(fold.name(), fold.key(recorded))) {
            parking.park(fold, recorded, "behind another");
            return;
        }
        var failure = tried(List.of(recorded));
        if (failure == null) {
            parking.note(fold, List.of(recorded));
        } else {
            LOG.error("fold {} parked position {}: {}", fold.name(), recorded.position(), failure);
            parking.park(fold, recorded, failure);
        }
    }

    void hold() {
        fold.hold(rows);
    }

    /**
     * Takes them in behind a savepoint, so that an aborted statement can still be parked (P6); the
     * first failure's name, or null when all of them are in.
     */
    @Nullable String tried(List<Recorded> facts) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            Savepoint before = connection.setSavepoint();
            try {
                fold.takeAll(facts, rows);
                connection.releaseSavepoint(before);
                return null;
            } catch (Throwable failure) {
                connection.rollback(before);
                return failure.getClass().getName();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static Recorded recorded(EventMessage<?> message) {
        return (Recorded) Objects.requireNonNull(message.getMetaData().get(LedgerSource.RECORDED));
    }
}

package nl.schakel.ledger.folds;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Objects;
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
    private final String held;

    Taking(Fold fold, DataSource source, Parking parking) {
        this.fold = fold;
        this.source = source;
        this.rows = JdbcClient.create(source);
        this.parking = parking;
        this.held = "held:" + fold.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return segment.matches(fold.key(recorded(message)));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws SQLException {
        take(recorded(message));
    }

    @Override
    public boolean supportsReset() {
        return true;
    }

    /** Repeated delivery changes nothing (P10); what follows a parked fact waits behind it. */
    void take(Recorded recorded) throws SQLException {
        CurrentUnitOfWork.get().getOrComputeResource(held, _ -> hold());
        var taken = parking.taken(fold.name(), fold.key(recorded));
        if (recorded.position() <= taken.position()) {
            return;
        }
        if (taken.parkedSince().isPresent()
                && parking.standsStill(fold.name(), fold.key(recorded))) {
            parking.park(fold, recorded, "behind another");
            return;
        }
        var failure = tried(recorded);
        if (failure == null) {
            parking.note(fold, recorded);
        } else {
            LOG.error("fold {} parked position {}: {}", fold.name(), recorded.position(), failure);
            parking.park(fold, recorded, failure);
        }
    }

    boolean hold() {
        fold.hold(rows);
        return true;
    }

    /**
     * Takes it in behind a savepoint, so that an aborted statement can still be parked (P6); the
     * failure's name, or null.
     */
    @Nullable String tried(Recorded recorded) throws SQLException {
        var connection = DataSourceUtils.getConnection(source);
        try {
            Savepoint before = connection.setSavepoint();
            try {
                fold.take(recorded, rows);
                connection.releaseSavepoint(before);
                return null;
            } catch (Throwable failure) {
                connection.rollback(before);
                return failure.getClass().getName();
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static Recorded recorded(EventMessage<?> message) {
        return (Recorded) Objects.requireNonNull(message.getMetaData().get(LedgerSource.RECORDED));
    }
}

package nl.schakel.ledger.folds;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
 * Hands facts to folds of one order, each once and in the order of its key, and parks a key of a
 * fold when it cannot be taken in.
 */
final class Taking implements EventHandlerInvoker {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

    private final Together together;
    private final DataSource source;
    private final JdbcClient rows;
    private final Parking parking;
    private final Runnable announce;
    private final String arrived;

    /**
     * @param announce run after each commit, so that who waits for it need not poll
     */
    Taking(Together together, DataSource source, Parking parking, Runnable announce) {
        this.together = together;
        this.source = source;
        this.rows = JdbcClient.create(source);
        this.parking = parking;
        this.announce = announce;
        this.arrived = "taking:" + together.name();
    }

    boolean serves(Fold fold) {
        return together.folds().contains(fold);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        var recorded = recorded(message);
        return together.follow(recorded) && segment.matches(together.order().of(recorded));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        CurrentUnitOfWork.get()
                .<List<Recorded>>getOrComputeResource(arrived, _ -> begun())
                .add(recorded(message));
    }

    /** What comes in one unit of work is taken in together, before it commits. */
    private List<Recorded> begun() {
        var facts = new ArrayList<Recorded>();
        var work = CurrentUnitOfWork.get();
        work.onPrepareCommit(_ -> take(facts));
        work.afterCommit(_ -> announce.run());
        return facts;
    }

    @Override
    public boolean supportsReset() {
        return true;
    }

    /** Repeated delivery changes nothing (P10). */
    private void take(List<Recorded> facts) {
        hold();
        var keys = facts.stream().map(together.order()::of).collect(Collectors.toSet());
        var taken = parking.taken(together.names(), keys);
        var batches = new ArrayList<Together.Batch>();
        var parked = new HashSet<Fold>();
        for (var fold : together.folds()) {
            var mine = Objects.requireNonNull(taken.get(fold.name()));
            var fresh = facts.stream().filter(fact -> isFresh(fold, fact, mine)).toList();
            if (!fresh.isEmpty()) {
                batches.add(new Together.Batch(fold, fresh));
            }
            if (mine.values().stream().anyMatch(each -> each.parkedSince().isPresent())) {
                parked.add(fold);
            }
        }
        takeTogether(batches, parked);
    }

    private static boolean isFresh(Fold fold, Recorded fact, Map<UUID, Taken> taken) {
        return fold.follows(fact)
                && fact.position() > Objects.requireNonNull(taken.get(fold.key(fact))).position();
    }

    /**
     * By all folds at once when nothing stands in the way; else fold by fold, so that none holds up
     * another, and fact by fact where one fails.
     */
    private void takeTogether(List<Together.Batch> batches, Set<Fold> parked) {
        if (batches.isEmpty()) {
            return;
        }
        boolean smooth = batches.stream().noneMatch(batch -> parked.contains(batch.fold()));
        if (smooth && tried(batches) == null) {
            parking.note(batches);
        } else if (batches.size() > 1) {
            batches.forEach(batch -> takeTogether(List.of(batch), parked));
        } else {
            var batch = batches.getFirst();
            batch.facts().forEach(fact -> takeAlone(batch.fold(), fact));
        }
    }

    /** What follows a parked fact waits behind it. */
    private void takeAlone(Fold fold, Recorded recorded) {
        var taken = parking.taken(fold.name(), fold.key(recorded));
        if (recorded.position() <= taken.position()) {
            return;
        }
        if (taken.parkedSince().isPresent()
                && parking.standsStill(fold.name(), fold.key(recorded))) {
            parking.park(fold, recorded, "behind another");
            return;
        }
        var alone = List.of(new Together.Batch(fold, List.of(recorded)));
        var failure = tried(alone);
        if (failure == null) {
            parking.note(alone);
        } else {
            LOG.error("fold {} parked position {}: {}", fold.name(), recorded.position(), failure);
            parking.park(fold, recorded, failure);
        }
    }

    /** Holds on to the rows of all folds, so that nobody puts others in their place meanwhile. */
    void hold() {
        var tables = together.tables();
        if (!tables.isEmpty()) {
            rows.sql("LOCK TABLE %s IN ROW EXCLUSIVE MODE".formatted(String.join(", ", tables)))
                    .update();
        }
    }

    /**
     * Takes them in behind a savepoint, so that an aborted statement can still be parked (P6); the
     * first failure's name, or null when all of them are in.
     */
    @Nullable String tried(List<Together.Batch> batches) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            Savepoint before = connection.setSavepoint();
            try {
                batches.forEach(batch -> batch.fold().takeAll(batch.facts(), rows));
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

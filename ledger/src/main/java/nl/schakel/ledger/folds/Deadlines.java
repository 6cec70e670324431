package nl.schakel.ledger.folds;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nl.schakel.ledger.Recorded;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Keeps db-scheduler's persistent tasks in step with what reactions say is due, and rings when it
 * is.
 */
public final class Deadlines implements AutoCloseable {

    private final Scheduler scheduler;
    private final SchedulerClient client;
    private final JdbcClient rows;
    private final String table;
    private final Map<Reaction, OneTimeTask<String>> tasks = new LinkedHashMap<>();

    /**
     * Starts nothing yet.
     *
     * @param source a source whose role may write in the schema
     * @param clock what "due" is measured by
     * @param node the name of this process among those that share the deadlines
     */
    public Deadlines(
            DataSource source,
            String schema,
            String node,
            InstantSource clock,
            List<Reaction> reactions,
            MeterRegistry meters) {
        this.table = schema + ".scheduled_tasks";
        this.rows = JdbcClient.create(source);
        reactions.forEach(reaction -> tasks.put(reaction, task(reaction)));
        this.scheduler =
                Scheduler.create(source, List.copyOf(tasks.values()))
                        .tableName(table)
                        .serializer(new NoPayload())
                        .schedulerName(new SchedulerName.Fixed(node))
                        .clock(clock::instant)
                        .pollingInterval(Duration.ofSeconds(1))
                        .heartbeatInterval(Duration.ofSeconds(10))
                        .shutdownMaxWait(Duration.ofSeconds(5))
                        .threads(2)
                        .build();
        this.client =
                SchedulerClient.Builder.create(
                                new TransactionAwareDataSourceProxy(source),
                                List.copyOf(tasks.values()))
                        .tableName(table)
                        .serializer(new NoPayload())
                        .build();
        Gauge.builder("schakel.deadlines.open", this, deadlines -> deadlines.open().size())
                .register(meters);
    }

    /** The folds that keep the tasks in step, one for each reaction. */
    public List<Fold> folds() {
        return tasks.keySet().stream().<Fold>map(InStep::new).toList();
    }

    /** Begins to ring. */
    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    /** The ids of all that is due now or later. */
    public List<String> open() {
        return rows.sql("SELECT task_instance FROM " + table + " ORDER BY execution_time")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** When the next of them is due; empty when nothing is. */
    public Optional<Instant> next() {
        return rows.sql("SELECT min(execution_time) FROM " + table)
                .query(
                        (row, _) ->
                                Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private static OneTimeTask<String> task(Reaction reaction) {
        return Tasks.oneTime(reaction.name(), String.class)
                .onFailure(
                        new FailureHandler.ExponentialBackoffFailureHandler<>(
                                Duration.ofSeconds(2), 1.5))
                .execute(
                        (instance, _) -> {
                            if (CurrentUnitOfWork.isStarted()) {
                                throw new IllegalStateException(
                                        "a reaction acts outside any unit of work");
                            }
                            reaction.due(instance.getId());
                        });
    }

    /** A reaction as a fold; its rows are the scheduler's tasks. */
    private final class InStep implements Fold {

        private final Reaction reaction;

        private InStep(Reaction reaction) {
            this.reaction = reaction;
        }

        @Override
        public String name() {
            return reaction.name();
        }

        @Override
        public Set<String> kinds() {
            return reaction.kinds();
        }

        @Override
        public void take(Recorded recorded, JdbcClient jdbc) {
            for (var change : reaction.changes(recorded)) {
                switch (change) {
                    case Reaction.Change.Due due ->
                            client.scheduleIfNotExists(task().instance(due.id()), due.when());
                    case Reaction.Change.Settled settled -> settle(jdbc, settled.idsLike());
                }
            }
        }

        private OneTimeTask<String> task() {
            return Objects.requireNonNull(tasks.get(reaction));
        }

        private void settle(JdbcClient jdbc, String idsLike) {
            jdbc.sql(
                            "DELETE FROM "
                                    + table
                                    + " WHERE task_name = ? AND starts_with(task_instance, ?) AND NOT picked")
                    .params(reaction.name(), idsLike)
                    .update();
        }
    }

    /**
     * Tasks carry no payload: what is due is found again by its id, and nothing personal waits in a
     * queue.
     */
    private static final class NoPayload implements Serializer {

        @Override
        public byte[] serialize(Object payload) {
            return new byte[0];
        }

        @Override
        @SuppressWarnings("NullAway")
        public <T> T deserialize(Class<T> type, byte[] payload) {
            return null;
        }
    }
}

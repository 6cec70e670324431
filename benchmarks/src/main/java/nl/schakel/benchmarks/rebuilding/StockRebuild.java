package nl.schakel.benchmarks.rebuilding;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.schakel.benchmarks.commands.SameBytes;
import nl.schakel.benchmarks.harness.Cpu;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.place.StockTransactions;
import nl.schakel.events.Fact;
import nl.schakel.ledger.database.Database;
import nl.schakel.query.runtime.KeptView;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The same read model rebuilt as stock Axon does it: replayed by its streaming processor. */
final class StockRebuild implements Side, AutoCloseable {

    /** What tuned means, for the results. */
    static final List<String> TUNED =
            List.of(
                    "PooledStreamingEventProcessor, 16 segments by person (its default number),",
                    "batches of 1,000, engine reads 1,000 at a time, JDBC token store, one Spring",
                    "transaction a batch, Jackson 3 with our bytes, no interceptors, no row-level",
                    "security, JVM warm: its start is not counted");

    private static final int SEGMENTS = 16;
    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HikariDataSource source;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final KeptView<?> view;
    private final int facts;
    private final int threads;
    private final Cpu cpu;

    StockRebuild(Database database, KeptView<?> view, int facts, int threads, Cpu cpu) {
        this.source = DurablePostgres.pool(database, "stock", threads + 4, true);
        this.transactions = StockTransactions.of(new JdbcTransactionManager(source));
        this.connections = new TransactionAwareDataSourceProxy(source)::getConnection;
        this.view = view;
        this.facts = facts;
        this.threads = threads;
        this.cpu = cpu;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Sample measure() {
        emptied();
        var store = EmbeddedEventStore.builder().storageEngine(engine()).build();
        var left = new CountDownLatch(facts);
        try (var coordinator = Executors.newScheduledThreadPool(1);
                var workers = Executors.newScheduledThreadPool(threads)) {
            return replayed(processor(store, left, coordinator, workers), left);
        } finally {
            store.shutDown();
        }
    }

    private Sample replayed(PooledStreamingEventProcessor processor, CountDownLatch left) {
        try {
            long before = cpu.micros();
            long start = System.nanoTime();
            processor.start();
            await(processor, left);
            return new Sample(facts, System.nanoTime() - start, cpu.micros() - before);
        } finally {
            processor.shutDown();
        }
    }

    @Override
    public void close() {
        source.close();
    }

    private static void await(PooledStreamingEventProcessor processor, CountDownLatch left) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!left.await(20, TimeUnit.MILLISECONDS)) {
                if (processor.isError() || System.nanoTime() > until) {
                    throw new IllegalStateException("stock stands still, to go " + left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if it had never followed. */
    private void emptied() {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE query.%1$s, query.%1$s_part".formatted(view.name()));
            statement.execute("DROP TABLE IF EXISTS stock.tokenentry");
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        tokens().createSchema(PostgresTokenTableFactory.INSTANCE);
    }

    private JdbcTokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(Jackson3Serializer.builder().build())
                .build();
    }

    private JdbcEventStorageEngine engine() {
        return JdbcEventStorageEngine.builder()
                .eventSerializer(new SameBytes())
                .snapshotSerializer(new SameBytes())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .batchSize(BATCH)
                .build();
    }

    private PooledStreamingEventProcessor processor(
            EmbeddedEventStore store,
            CountDownLatch left,
            ScheduledExecutorService coordinator,
            ScheduledExecutorService workers) {
        TokenStore tokens = tokens();
        return PooledStreamingEventProcessor.builder()
                .name(view.name())
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder()
                                .eventHandlers(
                                        new StockHandler(view, JdbcClient.create(source), left))
                                .sequencingPolicy(StockRebuild::person)
                                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                                .build())
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .errorHandler(PropagatingErrorHandler.instance())
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(SEGMENTS)
                .batchSize(BATCH)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
    }

    /** Facts of one person change one row, so that they must stay in order. */
    private static Object person(EventMessage<?> message) {
        var fact = (Fact) message.getPayload();
        var person = fact.person();
        return person == null ? fact.stream() : person;
    }
}

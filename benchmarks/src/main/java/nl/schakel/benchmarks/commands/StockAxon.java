package nl.schakel.benchmarks.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.ledger.database.Database;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

/** Stock Axon with its own JDBC engine and an annotated aggregate, tuned or as it comes. */
public final class StockAxon implements AutoCloseable {

    /** What tuned means, for the results. */
    static final String TUNED =
            "one connection a command (unit-of-work aware, no second one is taken), aggregates kept"
                    + " in a cache that is never emptied, no snapshots, no tracking processor, no"
                    + " interceptors, Jackson 3 with our bytes, conflicts by SQLState 23505,"
                    + " commands on virtual threads straight onto SimpleCommandBus";

    private final HikariDataSource source;
    private final EmbeddedEventStore store;
    private final CommandBus bus;

    StockAxon(Database database, int pool, boolean cached) {
        this.source = DurablePostgres.pool(database, "stock", pool, false);
        this.store = EmbeddedEventStore.builder().storageEngine(engine()).build();
        this.bus =
                SimpleCommandBus.builder()
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .build();
        handler(cached ? new HeldCache() : NoCache.INSTANCE).subscribe(bus);
    }

    /** Makes its tables, as Axon makes them for PostgreSQL. */
    public static void prepare(Database database) {
        try (var connection = DurablePostgres.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA stock");
            statement.execute("SET search_path = stock");
            var tables = PostgresEventTableFactory.INSTANCE;
            var schema = new EventSchema();
            tables.createDomainEventTable(connection, schema).executeUpdate();
            tables.createSnapshotEventTable(connection, schema).executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    CommandBus bus() {
        return bus;
    }

    @Override
    public void close() {
        store.shutDown();
        source.close();
    }

    private JdbcEventStorageEngine engine() {
        return JdbcEventStorageEngine.builder()
                .eventSerializer(new SameBytes())
                .snapshotSerializer(new SameBytes())
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(
                                new DataSourceConnectionProvider(source)))
                .transactionManager(NoTransactionManager.instance())
                .persistenceExceptionResolver(
                        e -> e instanceof SQLException sql && "23505".equals(sql.getSQLState()))
                .build();
    }

    private AggregateAnnotationCommandHandler<StockSupport> handler(Cache cache) {
        return AggregateAnnotationCommandHandler.<StockSupport>builder()
                .aggregateType(StockSupport.class)
                .repository(
                        EventSourcingRepository.builder(StockSupport.class)
                                .eventStore(store)
                                .cache(cache)
                                .build())
                .build();
    }
}

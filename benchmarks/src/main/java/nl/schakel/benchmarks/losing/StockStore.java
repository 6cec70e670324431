package nl.schakel.benchmarks.losing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import nl.schakel.benchmarks.losing.Disorder.Decision;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.ledger.database.Database;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two writers on stock Axon's own JDBC engine, and its own processor. */
final class StockStore implements Store {

    /** What the best settings are, for the results. */
    static final String BEST =
            "gapTimeout 24.8 days, which is all that its int of milliseconds holds; no gap is"
                    + " cleaned, none is too far back";

    private static final int POOL = 8;

    private final InstantSource clock = Clock.systemUTC();
    private final HikariDataSource source;
    private final EmbeddedEventStore store;
    private final StockReader reader;
    private final Watch watch;
    private final JdbcClient rows;

    /** As it comes, or with the settings that lose least. */
    StockStore(Database database, boolean best) {
        prepare(database);
        this.watch = new Watch(database, "stock.DomainEventEntry", "eventidentifier");
        this.source = DurablePostgres.pool(database, "stock", POOL, true);
        this.rows = JdbcClient.create(source);
        var shared = new Shared(source);
        var engine =
                JdbcEventStorageEngine.builder()
                        .eventSerializer(Jackson3Serializer.builder().build())
                        .snapshotSerializer(Jackson3Serializer.builder().build())
                        .connectionProvider(shared)
                        .transactionManager(shared);
        if (best) {
            engine.gapTimeout(Integer.MAX_VALUE)
                    .gapCleaningThreshold(Integer.MAX_VALUE)
                    .maxGapOffset(Integer.MAX_VALUE);
        }
        this.store = EmbeddedEventStore.builder().storageEngine(engine.build()).build();
        this.reader = new StockReader(store, shared, rows);
    }

    @Override
    public void write(int writer, Decision decision) {
        var at = clock.instant().minus(decision.ago());
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (UUID event : decision.events()) {
            messages.add(
                    new GenericDomainEventMessage<>(
                            "person",
                            decision.person().toString(),
                            messages.size(),
                            "registered",
                            Map.of(),
                            event.toString(),
                            at));
        }
        store.publish(messages);
    }

    @Override
    public boolean level() {
        long head =
                rows.sql("SELECT coalesce(max(globalIndex), 0) FROM DomainEventEntry")
                        .query(Long.class)
                        .single();
        return reader.position() >= head;
    }

    @Override
    public Watch watch() {
        return watch;
    }

    @Override
    public void close() {
        reader.close();
        store.shutDown();
        source.close();
        watch.close();
    }

    /** Makes its tables, as Axon makes them for PostgreSQL. */
    private static void prepare(Database database) {
        try (var connection = DurablePostgres.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA stock");
            statement.execute("SET search_path = stock");
            var events = PostgresEventTableFactory.INSTANCE;
            events.createDomainEventTable(connection, new EventSchema()).executeUpdate();
            events.createSnapshotEventTable(connection, new EventSchema()).executeUpdate();
            var tokens = PostgresTokenTableFactory.INSTANCE;
            tokens.createTable(connection, new TokenSchema()).executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package nl.schakel.benchmarks.losing;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.benchmarks.losing.Disorder.Decision;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import nl.schakel.ledger.Ledger;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.ledger.folds.Tail;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two writers on our ledger, as two processes would be, and a fold that keeps what it is given. */
final class OurStore implements Store {

    private static final int POOL = 4;
    private static final Room ROOM = new Room("losing", "db/folds", "schakel_project");

    private final InstantSource clock = Clock.systemUTC();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<HikariDataSource> sources = new ArrayList<>();
    private final List<Ledger> writers;
    private final Watch watch;
    private final Tail tail;
    private final Folds folds;

    OurStore(Database database) {
        Schemas.migrate(database, List.of(Room.LEDGER, ROOM));
        this.watch = new Watch(database, "ledger.fact", "event_id");
        this.writers = Stream.generate(() -> writer(database)).limit(2).toList();
        var source = source(database, "project");
        this.tail = new Tail(database, "project", Duration.ofMillis(3));
        var reader = new LedgerReader(source, new FactCodec());
        this.folds = new Folds(source, "losing", "here", reader, tail, List.of(new Kept()), meters);
        folds.start();
    }

    @Override
    public void write(int writer, Decision decision) {
        writers.get(writer).appendEvents(messages(decision));
    }

    @Override
    public boolean level() {
        return folds.awaitHead(Duration.ZERO);
    }

    @Override
    public Watch watch() {
        return watch;
    }

    @Override
    public void close() {
        folds.close();
        tail.close();
        writers.forEach(Ledger::close);
        sources.forEach(HikariDataSource::close);
        watch.close();
    }

    private List<DomainEventMessage<?>> messages(Decision decision) {
        var at = clock.instant().minus(decision.ago()).truncatedTo(ChronoUnit.MICROS);
        var person = new PersonId(decision.person());
        var fact = new PersonRegistered(person, new By(person, null, null, at, at));
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (UUID event : decision.events()) {
            messages.add(
                    new GenericDomainEventMessage<>(
                            fact.stream().kind(),
                            fact.stream().toString(),
                            messages.size(),
                            fact,
                            Map.of(Ledger.CORRELATION, decision.person()),
                            event.toString(),
                            at));
        }
        return messages;
    }

    private Ledger writer(Database database) {
        var source = source(database, "append");
        return new Ledger(
                source, new LedgerReader(source, new FactCodec()), new FactCodec(), meters);
    }

    private HikariDataSource source(Database database, String role) {
        var source = database.as(role, POOL);
        sources.add(source);
        return source;
    }

    private record Kept() implements Fold {

        @Override
        public String name() {
            return "kept";
        }

        @Override
        public void take(Recorded recorded, JdbcClient rows) {
            rows.sql(Watch.CAME).param(recorded.eventId()).update();
        }
    }
}

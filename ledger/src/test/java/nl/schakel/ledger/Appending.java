package nl.schakel.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/** A ledger on a real database, and facts to put in it. */
public final class Appending implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    public final LedgerReader reader;
    public final Ledger ledger;
    private final HikariDataSource source;

    public Appending(Database database) {
        source = database.as("append", 8);
        reader = new LedgerReader(source, new FactCodec());
        ledger = new Ledger(source, reader, new FactCodec(), new SimpleMeterRegistry());
    }

    public static By by() {
        return new By(new PersonId(new UUID(7, 7)), null, null, NOW, NOW);
    }

    public static PersonEvent.PersonRegistered registered(PersonId person) {
        return new PersonEvent.PersonRegistered(person, by());
    }

    public static PartyEvent.PartyJoined joined(PartyId party) {
        return new PartyEvent.PartyJoined(party, PartyKind.INITIATIVE, "De Proef", "Noord", by());
    }

    public static PersonId someone() {
        return new PersonId(UUID.randomUUID());
    }

    /** One decision: these facts, from this sequence on. */
    public void append(long sequence, @Nullable Once once, Fact... facts) {
        ledger.appendEvents(messages(sequence, once, facts));
    }

    static List<EventMessage<?>> messages(long sequence, @Nullable Once once, Fact... facts) {
        var correlation = UUID.randomUUID();
        var messages = new ArrayList<EventMessage<?>>();
        for (int i = 0; i < facts.length; i++) {
            var beside = new HashMap<String, Object>();
            beside.put(Ledger.CORRELATION, correlation);
            if (i == 0 && once != null) {
                beside.put(Ledger.ONCE, once);
            }
            var stream = facts[i].stream();
            messages.add(
                    new GenericDomainEventMessage<>(
                            stream.kind(), stream.toString(), sequence + i, facts[i], beside));
        }
        return messages;
    }

    /** As the role that appends. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        ledger.close();
        source.close();
    }
}

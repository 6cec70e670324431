package nl.schakel.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.codec.FactCodec;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Our own event storage engine behind Axon's: facts in the order of commit, without gaps, never
 * lost for a reader.
 */
public final class Ledger implements EventStorageEngine, AutoCloseable {

    /** Resource of the unit of work: the position of the last fact that it wrote. */
    public static final String POSITION = "schakel.position";

    /** Metadata of the first fact of a decision: its {@link Once}. */
    public static final String ONCE = "once";

    /** Metadata: which request or reaction the facts belong to. */
    public static final String CORRELATION = "correlation";

    /** Metadata: the event that led to them, if one did. */
    public static final String CAUSATION = "causation";

    /** Metadata: the W3C trace id, if there is one. */
    public static final String TRACE = "trace";

    private final Appender appender;
    private final LedgerReader reader;
    private final FactCodec codec;

    /** Appends through this source, which holds the role {@code append}. */
    public Ledger(DataSource source, LedgerReader reader, FactCodec codec, MeterRegistry meters) {
        this.appender = new Appender(source, meters);
        this.reader = reader;
        this.codec = codec;
    }

    /**
     * Writes all of them or none.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException when another decision came
     *     first
     * @throws DuplicateOnce when a decision with this key is there already
     * @throws OutcomeUnknown when the connection was lost while committing
     * @throws LedgerAway when no connection could be had
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        long position = appender.append(events.stream().map(this::row).toList());
        CurrentUnitOfWork.ifStarted(work -> work.resources().put(POSITION, position));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(
                reader.stream(StreamId.parse(stream), firstSequence - 1).stream()
                        .map(Ledger::message));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        long version = reader.versionOf(StreamId.parse(stream));
        return version == 0 ? Optional.empty() : Optional.of(version - 1);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken after, boolean mayBlock) {
        throw new UnsupportedOperationException("processors read from LedgerSource");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("states are cached, not stored (P19)");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void close() {
        appender.close();
    }

    /** A stored fact as Axon carries it. */
    public static DomainEventMessage<Fact> message(Recorded recorded) {
        return new GenericDomainEventMessage<>(
                recorded.stream().kind(),
                recorded.stream().toString(),
                recorded.sequence(),
                recorded.fact(),
                Map.of(),
                recorded.eventId().toString(),
                recorded.fact().by().recordedAt());
    }

    private Row row(EventMessage<?> event) {
        var message = (DomainEventMessage<?>) event;
        var fact = (Fact) message.getPayload();
        var meta = message.getMetaData();
        return Row.of(
                fact,
                message.getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                codec.write(fact),
                (UUID) meta.get(CORRELATION),
                (UUID) meta.get(CAUSATION),
                (String) meta.get(TRACE),
                (Once) meta.get(ONCE));
    }
}

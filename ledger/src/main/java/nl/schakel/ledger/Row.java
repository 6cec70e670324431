package nl.schakel.ledger;

import java.util.Arrays;
import java.util.UUID;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.codec.EventNames;
import nl.schakel.ledger.tree.Digest;
import org.jspecify.annotations.Nullable;

/** One row of the ledger before it has a position; its hash covers every other stored column. */
record Row(
        StreamId stream,
        long sequence,
        UUID eventId,
        EventNames.Named named,
        @Nullable UUID person,
        By by,
        @Nullable UUID correlation,
        @Nullable UUID causation,
        @Nullable String trace,
        byte[] payload,
        @Nullable Once once) {

    static Row of(
            Fact fact,
            long sequence,
            UUID eventId,
            byte[] payload,
            @Nullable UUID correlation,
            @Nullable UUID causation,
            @Nullable String trace,
            @Nullable Once once) {
        var person = fact.person();
        return new Row(
                fact.stream(),
                sequence,
                eventId,
                EventNames.of(fact.getClass()),
                person == null ? null : person.value(),
                fact.by(),
                correlation,
                causation,
                trace,
                payload,
                once);
    }

    @Nullable UUID party() {
        var party = by.party();
        return party == null ? null : party.value();
    }

    /** Over all other columns, in the order of the table (docs/ledger-format.md). */
    byte[] hash() {
        return Digest.columns(
                Arrays.asList(
                        stream.kind(),
                        stream.id(),
                        sequence,
                        eventId,
                        named.name(),
                        named.revision(),
                        person,
                        by.who().value(),
                        party(),
                        by.recordedAt(),
                        by.occurredAt(),
                        correlation,
                        causation,
                        trace,
                        payload,
                        once == null ? null : once.key(),
                        once == null ? null : once.request()));
    }
}

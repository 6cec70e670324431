package nl.schakel.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.codec.EventNames;
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

    /**
     * SHA-256 over the columns in their order, each as a length of four bytes and its bytes; absent
     * is length -1.
     */
    byte[] hash() {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            text(out, stream.kind());
            text(out, stream.id());
            text(out, sequence);
            text(out, eventId);
            text(out, named.name());
            text(out, named.revision());
            text(out, person);
            text(out, by.who().value());
            text(out, party());
            text(out, micros(by.recordedAt()));
            text(out, micros(by.occurredAt()));
            text(out, correlation);
            text(out, causation);
            text(out, trace);
            bytes(out, payload);
            bytes(out, once == null ? null : once.key());
            bytes(out, once == null ? null : once.request());
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
        bytes(out, value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte @Nullable [] value) throws IOException {
        out.writeInt(value == null ? -1 : value.length);
        if (value != null) {
            out.write(value);
        }
    }
}

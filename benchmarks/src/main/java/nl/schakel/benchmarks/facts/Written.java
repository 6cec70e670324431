package nl.schakel.benchmarks.facts;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import nl.schakel.events.Fact;
import nl.schakel.events.Id;
import nl.schakel.ledger.codec.EventNames;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.tree.Digest;
import org.jspecify.annotations.Nullable;

/** A fact as a row of the ledger, hash included, for COPY in its text format. */
final class Written {

    /** Where a row goes, in the order of {@link #line}. */
    static final String COPY =
            """
            COPY ledger.fact (position, kind, stream, sequence, event_id, name, revision, person,
                actor, party, recorded_at, occurred_at, correlation, causation, trace, payload,
                once_key, once_request, hash) FROM STDIN
            """;

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH = 32;
    private static final int TRACE = 16;

    private final FactCodec codec = new FactCodec();
    private final Chance chance;

    Written(long seed) {
        this.chance = new Chance(seed);
    }

    /** The row of a fact at this position, as the sequence-th of its history. */
    String line(Fact fact, long position, long sequence) {
        var columns = columns(fact, sequence);
        var line = new StringJoiner("\t", "", "\n").add(Long.toString(position));
        columns.forEach(column -> line.add(text(column)));
        return line.add(text(Digest.columns(columns))).toString();
    }

    private List<@Nullable Object> columns(Fact fact, long sequence) {
        var named = EventNames.of(fact.getClass());
        var by = fact.by();
        return Arrays.asList(
                fact.stream().kind(),
                fact.stream().id(),
                sequence,
                chance.id(),
                named.name(),
                named.revision(),
                value(fact.person()),
                by.who().value(),
                value(by.party()),
                by.recordedAt(),
                by.occurredAt(),
                chance.id(),
                null,
                HEX.formatHex(chance.bytes(TRACE)),
                codec.write(fact),
                chance.bytes(HASH),
                chance.bytes(HASH));
    }

    private static @Nullable Object value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static String text(@Nullable Object column) {
        return switch (column) {
            case null -> "\\N";
            case byte[] bytes -> "\\\\x" + HEX.formatHex(bytes);
            case Instant at -> at.toString();
            default -> column.toString();
        };
    }
}

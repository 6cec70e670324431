package nl.schakel.query.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import nl.schakel.ledger.evidence.Histories.History;
import nl.schakel.ledger.evidence.Histories.Proven;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;

/**
 * A history.
 *
 * @param verzegeldTot up to which position all facts are under a signed checkpoint
 */
public record HistoryAnswer(
        @JsonProperty("feiten") List<FactAnswer> facts,
        @JsonProperty("verzegeldTot") long sealedTo) {

    private static final HexFormat HEX = HexFormat.of();

    /** Of a history those facts that are asked for. */
    static HistoryAnswer of(History history, Predicate<StoredFact> asked) {
        long sealed = history.last() == null ? 0 : history.last().size();
        return new HistoryAnswer(
                history.facts().stream()
                        .filter(proven -> asked.test(proven.fact()))
                        .map(proven -> FactAnswer.of(proven, sealed))
                        .toList(),
                sealed);
    }

    /**
     * One fact.
     *
     * @param who the pseudonym of whoever did it
     * @param proof null when not yet sealed
     * @param right whether its stored bytes give its hash, and the proof leads to the checkpoint
     * @param content as it is stored, without what is sealed
     */
    public record FactAnswer(
            @JsonProperty("positie") long position,
            @JsonProperty("naam") String name,
            @JsonProperty("revisie") int revision,
            @JsonProperty("gebeurdOp") Instant occurredAt,
            @JsonProperty("vastgelegdOp") Instant recordedAt,
            @JsonProperty("wie") UUID who,
            @JsonProperty("hash") String hash,
            @JsonProperty("bewijs") @Nullable ProofAnswer proof,
            @JsonProperty("nagerekend") boolean right,
            @JsonProperty("inhoud") Map<String, @Nullable Object> content) {

        private static FactAnswer of(Proven proven, long sealed) {
            var fact = proven.fact();
            var path = proven.path();
            return new FactAnswer(
                    fact.position(),
                    fact.name(),
                    fact.revision(),
                    fact.occurredAt(),
                    fact.recordedAt(),
                    fact.actor(),
                    HEX.formatHex(fact.hash()),
                    path == null
                            ? null
                            : new ProofAnswer(sealed, path.stream().map(HEX::formatHex).toList()),
                    proven.right(),
                    ContentAnswer.of(fact.payload()));
        }
    }

    /**
     * From the leaf of a fact to the root of a checkpoint (RFC 9162, section 2.1.3).
     *
     * @param size of the checkpoint
     * @param path hashes, from the leaf upward
     */
    public record ProofAnswer(
            @JsonProperty("controlepunt") long size, @JsonProperty("pad") List<String> path) {}

    /**
     * The last checkpoint (docs/ledger-format.md).
     *
     * @param line as it stands in the file
     */
    record CheckpointAnswer(
            @JsonProperty("omvang") long size,
            @JsonProperty("wortel") String root,
            @JsonProperty("gemaaktOp") Instant at,
            @JsonProperty("regel") String line) {}

    /**
     * From the root of one checkpoint to that of a later one (RFC 9162, section 2.1.4).
     *
     * @param before facts under the older
     * @param size facts under the newer
     * @param path hashes, from below upward; none when both are the same
     */
    record ConsistencyAnswer(
            @JsonProperty("vanaf") long before,
            @JsonProperty("omvang") long size,
            @JsonProperty("pad") List<String> path) {}
}

package nl.schakel.command.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import nl.schakel.command.runtime.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What a command answers.
 *
 * @param id of what came to be, or of what it was about
 * @param version the number of facts in its history now
 * @param position in the ledger; a question that waits for it reads this write
 * @param guideVersion the version of a guide, when one was written
 */
public record Answer(
        UUID id,
        @JsonProperty("versie") long version,
        @JsonProperty("positie") long position,
        @JsonProperty("versieNummer") @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Integer guideVersion) {

    static Answer of(UUID id, Receipt receipt) {
        return new Answer(id, receipt.version(), receipt.position(), null);
    }

    /** The same answer, with the version of the guide. */
    public Answer withGuideVersion(int version) {
        return new Answer(id, this.version, position, version);
    }
}

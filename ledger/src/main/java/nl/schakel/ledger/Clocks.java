package nl.schakel.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A moment to look back from, on each of the two clocks of a fact.
 *
 * @param knownOn what was recorded after it is not there; null leaves nothing out
 * @param asOf what happened after it is not there; null leaves nothing out
 */
public record Clocks(@Nullable Instant knownOn, @Nullable Instant asOf) {

    /** Whether nothing is left out. */
    public boolean now() {
        return knownOn == null && asOf == null;
    }

    /** Whether a fact was there: recorded, and happened, no later than this. */
    public boolean includes(Instant recordedAt, Instant occurredAt) {
        return (knownOn == null || !recordedAt.isAfter(knownOn))
                && (asOf == null || !occurredAt.isAfter(asOf));
    }

    /**
     * Those that were there, to fold. A history, and what stands beside it under the same id, is
     * there from its first fact on: nothing is said in it before it began.
     *
     * @param facts from the first one on, in the order of the ledger
     */
    public List<Recorded> of(List<Recorded> facts) {
        var begun = new HashMap<UUID, Boolean>();
        return facts.stream()
                .filter(
                        fact -> {
                            boolean there = includes(fact);
                            return begun.computeIfAbsent(fact.stream().id(), _ -> there) && there;
                        })
                .toList();
    }

    private boolean includes(Recorded recorded) {
        var by = recorded.fact().by();
        return includes(by.recordedAt(), by.occurredAt());
    }
}

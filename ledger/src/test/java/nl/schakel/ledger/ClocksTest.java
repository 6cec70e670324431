package nl.schakel.ledger;

import static nl.schakel.ledger.Appending.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import org.junit.jupiter.api.Test;

/** What was there at a moment, on either clock. */
final class ClocksTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Instant YESTERDAY = NOW.minusSeconds(86_400);

    private final Recorded asked = fact(1, "referral", 0, YESTERDAY, YESTERDAY);
    private final Recorded late = fact(2, "referral", 1, NOW, YESTERDAY.plusSeconds(1));
    private final Recorded today = fact(3, "referral", 2, NOW, NOW);

    @Test
    void without_a_moment_everything_is_there() {
        assertThat(new Clocks(null, null).of(List.of(asked, late, today)))
                .containsExactly(asked, late, today);
    }

    @Test
    void a_moment_itself_is_included_and_what_came_after_it_is_not() {
        assertThat(new Clocks(YESTERDAY, null).of(List.of(asked, late, today)))
                .containsExactly(asked);
        assertThat(new Clocks(YESTERDAY.minusNanos(1_000), null).of(List.of(asked))).isEmpty();
        assertThat(new Clocks(null, YESTERDAY.plusSeconds(1)).of(List.of(asked, late, today)))
                .containsExactly(asked, late);
    }

    @Test
    void both_clocks_together_leave_out_what_either_leaves_out() {
        assertThat(new Clocks(YESTERDAY, NOW).of(List.of(asked, late, today)))
                .containsExactly(asked);
        assertThat(new Clocks(NOW, YESTERDAY).of(List.of(asked, late, today)))
                .containsExactly(asked);
    }

    @Test
    void nothing_is_said_in_a_history_nor_beside_it_before_it_began() {
        var begun = fact(1, "referral", 0, NOW, NOW);
        var before = fact(2, "referral", 1, NOW, YESTERDAY);
        var beside = fact(3, "support", 0, NOW, YESTERDAY);
        var clocks = new Clocks(null, YESTERDAY);
        assertThat(clocks.of(List.of(begun, before, beside))).isEmpty();
    }

    private static Recorded fact(
            long position, String kind, long sequence, Instant recordedAt, Instant occurredAt) {
        var by = new By(new PersonId(new UUID(7, 7)), null, null, recordedAt, occurredAt);
        return new Recorded(
                position,
                new StreamId(kind, ID),
                sequence,
                new UUID(3, position),
                new PersonRegistered(new PersonId(ID), by),
                null);
    }
}

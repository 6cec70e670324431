package nl.schakel.query.path;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.query.runtime.View;
import org.jspecify.annotations.Nullable;

/**
 * A switch moment (schakelmoment): the person passes, or is to pass, from one pair of hands to
 * another.
 *
 * @param position of the fact that it is
 * @param kind what happened
 * @param referral beside which referral, if any
 * @param concern which bell, if it is one
 * @param from the party whose hands she was in, if any
 * @param to the party whose hands she comes in, if any
 * @param who did it
 * @param why in words: a wish, a reason, what somebody saw
 * @param promise what was promised, if something was
 * @param outcome how it went, if it went
 * @param occurredAt when it happened
 * @param recordedAt when it was written down
 */
record Moment(
        long position,
        Kind kind,
        @Nullable ReferralId referral,
        @Nullable ConcernId concern,
        @Nullable PartyId from,
        @Nullable PartyId to,
        PersonId who,
        @Nullable Sealed why,
        @Nullable Promise promise,
        @Nullable Outcome outcome,
        Instant occurredAt,
        Instant recordedAt)
        implements View.Part {

    /** What was promised: by whom, when or until when, where, and how much. */
    record Promise(
            @Nullable PersonId who,
            @Nullable Instant when,
            @Nullable LocalDate until,
            @Nullable Sealed where,
            @Nullable Line line,
            @Nullable Level level) {}

    /** How it went: a meeting, or words. */
    record Outcome(@Nullable Meeting meeting, @Nullable Sealed words) {}

    /** Whose hands she was in, and whose she comes in. */
    List<PartyId> parties() {
        return Stream.of(Optional.ofNullable(from), Optional.ofNullable(to))
                .flatMap(Optional::stream)
                .toList();
    }

    Moment because(@Nullable Sealed words) {
        return new Moment(
                position,
                kind,
                referral,
                concern,
                from,
                to,
                who,
                words,
                promise,
                outcome,
                occurredAt,
                recordedAt);
    }

    Moment promising(Promise promised) {
        return new Moment(
                position,
                kind,
                referral,
                concern,
                from,
                to,
                who,
                why,
                promised,
                outcome,
                occurredAt,
                recordedAt);
    }

    Moment ending(Outcome went) {
        return new Moment(
                position,
                kind,
                referral,
                concern,
                from,
                to,
                who,
                why,
                promise,
                went,
                occurredAt,
                recordedAt);
    }

    Moment between(@Nullable PartyId here, @Nullable PartyId there) {
        return new Moment(
                position,
                kind,
                referral,
                concern,
                here,
                there,
                who,
                why,
                promise,
                outcome,
                occurredAt,
                recordedAt);
    }

    Moment of(ConcernId bell) {
        return new Moment(
                position,
                kind,
                referral,
                bell,
                from,
                to,
                who,
                why,
                promise,
                outcome,
                occurredAt,
                recordedAt);
    }
}

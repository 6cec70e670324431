package nl.schakel.query.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.events.Id;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.ledger.Recorded;
import nl.schakel.query.course.Bell;
import nl.schakel.query.course.Course;
import nl.schakel.query.course.Turn;
import nl.schakel.query.runtime.View;
import org.jspecify.annotations.Nullable;

/**
 * What waits in one referral or one bell; exactly one of the two is there.
 *
 * @param course how far the referral is
 * @param bell how far the bell is
 */
record WorklistView(@Nullable Course course, @Nullable Bell bell) implements View {

    static final WorklistView EMPTY = new WorklistView(null, null);

    /** What waits after one more fact. */
    static WorklistView evolve(WorklistView view, Recorded recorded) {
        return switch (recorded.fact()) {
            case ReferralEvent fact -> new WorklistView(Course.evolve(view.course, fact), null);
            case SupportEvent fact ->
                    new WorklistView(
                            Course.evolve(Objects.requireNonNull(view.course), fact), null);
            case ConcernEvent fact -> new WorklistView(null, Bell.evolve(view.bell, fact));
            default -> view;
        };
    }

    /** Whom it waits for, person or party: kept with it, so that a list is found in one look. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    Set<UUID> waitsFor() {
        var all = new LinkedHashSet<UUID>();
        for (var turn : waits()) {
            Optional.ofNullable(turn.person()).map(Id::value).ifPresent(all::add);
            Optional.ofNullable(turn.party()).map(Id::value).ifPresent(all::add);
        }
        return all;
    }

    List<Turn> waits() {
        return course != null ? course.waits() : Objects.requireNonNull(bell).waits();
    }

    @Override
    public Set<UUID> visibleTo() {
        var all = new LinkedHashSet<UUID>();
        if (course != null) {
            Stream.of(course.person(), course.from(), course.to(), course.contact())
                    .map(Id::value)
                    .forEach(all::add);
            Stream.of(course.substitute(), course.host(), course.hostSubstitute())
                    .flatMap(id -> Optional.ofNullable(id).stream())
                    .map(Id::value)
                    .forEach(all::add);
            course.visits().values().forEach(visit -> all.add(visit.companion().value()));
        }
        if (bell != null) {
            bell.readers().stream().map(Id::value).forEach(all::add);
            bell.rungParties().stream().map(Id::value).forEach(all::add);
        }
        return all;
    }
}

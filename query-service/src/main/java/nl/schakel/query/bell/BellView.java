package nl.schakel.query.bell;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.schakel.events.Id;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.ledger.Recorded;
import nl.schakel.query.course.Bell;
import nl.schakel.query.runtime.View;
import org.jspecify.annotations.Nullable;

/**
 * One bell, for whoever raised it, was rung, or belongs to a party that was.
 *
 * @param bell how far it is; null before anybody rang
 */
record BellView(@Nullable Bell bell) implements View {

    static final BellView SILENT = new BellView(null);

    /** The bell after one more fact. */
    static BellView evolve(BellView view, Recorded recorded) {
        return new BellView(Bell.evolve(view.bell, (ConcernEvent) recorded.fact()));
    }

    Bell rang() {
        return Objects.requireNonNull(bell);
    }

    @Override
    public Set<UUID> visibleTo() {
        var all = new LinkedHashSet<UUID>();
        rang().readers().stream().map(Id::value).forEach(all::add);
        rang().rungParties().stream().map(Id::value).forEach(all::add);
        return all;
    }
}

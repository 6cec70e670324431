package nl.schakel.query.guide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.access.Keyed;
import nl.schakel.events.Id;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.person.Heading;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.ledger.Recorded;
import nl.schakel.query.runtime.View;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a person's guide, and for whom each was released; consent is judged when somebody
 * reads.
 *
 * @param person whose guide
 * @param versions by number
 * @param releases who released which version to which party, the latest last
 */
record GuideView(PersonId person, Map<Integer, Version> versions, List<Release> releases)
        implements View {

    static final GuideView EMPTY = new GuideView(PersonId.CLOCK, Map.of(), List.of());

    /** One version, and the party that wrote it; null when the person did. */
    record Version(List<Heading> headings, @Nullable PartyId writer) {}

    /** One release. */
    record Release(int version, PartyId party, PersonId by) {}

    /** The guide after one more fact. */
    static GuideView evolve(GuideView view, Recorded recorded) {
        var person = new PersonId(recorded.key());
        return switch (recorded.fact()) {
            case PersonEvent.GuideWritten f ->
                    new GuideView(
                            person,
                            Keyed.with(
                                    view.versions,
                                    f.version(),
                                    new Version(f.headings(), f.by().party())),
                            view.releases);
            case PersonEvent.GuideReleased f ->
                    new GuideView(
                            person,
                            view.versions,
                            Stream.concat(
                                            view.releases.stream(),
                                            Stream.of(
                                                    new Release(
                                                            f.version(), f.party(), f.by().who())))
                                    .toList());
            default -> view;
        };
    }

    @Override
    public Set<UUID> visibleTo() {
        var all = new LinkedHashSet<UUID>();
        all.add(person.value());
        releases.forEach(release -> all.add(release.party().value()));
        versions.values().stream()
                .flatMap(version -> Optional.ofNullable(version.writer()).stream())
                .map(Id::value)
                .forEach(all::add);
        return all;
    }
}

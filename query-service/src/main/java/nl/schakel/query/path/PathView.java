package nl.schakel.query.path;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.Circle;
import nl.schakel.access.Keyed;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.ledger.Recorded;
import nl.schakel.query.course.Bell;
import nl.schakel.query.course.Course;
import nl.schakel.query.runtime.View;

/**
 * The path of one person: a small head, and a moment for each fact that is one.
 *
 * @param person whose path
 * @param circle who stands around her, which decides who may see it
 * @param courses how far each referral is, in the order of asking
 * @param bells how far each bell is
 * @param fresh the moments that its last fact added; they are kept in rows of their own
 */
record PathView(
        PersonId person,
        Circle circle,
        Map<ReferralId, Course> courses,
        Map<ConcernId, Bell> bells,
        @JsonIgnore List<Moment> fresh)
        implements View {

    static final PathView EMPTY =
            new PathView(PersonId.CLOCK, Circle.NOBODY, Map.of(), Map.of(), List.of());

    /** As it is kept: the moments stand in rows of their own. */
    @JsonCreator
    static PathView kept(
            @JsonProperty("person") PersonId person,
            @JsonProperty("circle") Circle circle,
            @JsonProperty("courses") Map<ReferralId, Course> courses,
            @JsonProperty("bells") Map<ConcernId, Bell> bells) {
        return new PathView(person, circle, courses, bells, List.of());
    }

    /** The path after one more fact; the same for live, rebuild and replay. */
    static PathView evolve(PathView path, Recorded recorded) {
        var now = path.taking(recorded);
        return Moments.of(recorded, now).map(now::with).orElse(now);
    }

    Course course(ReferralId referral) {
        return Objects.requireNonNull(courses.get(referral));
    }

    Bell bell(ConcernId concern) {
        return Objects.requireNonNull(bells.get(concern));
    }

    @Override
    public List<Moment> parts() {
        return fresh;
    }

    @Override
    public Set<UUID> visibleTo() {
        var all = new LinkedHashSet<UUID>();
        all.add(person.value());
        circle.parties().forEach(party -> all.add(party.value()));
        for (var ring : circle.referrals().values()) {
            ring.everyone().forEach(each -> all.add(each.value()));
        }
        return all;
    }

    private PathView taking(Recorded recorded) {
        var who = new PersonId(recorded.key());
        var around = Circle.evolve(circle, recorded.fact());
        return switch (recorded.fact()) {
            case ReferralEvent fact ->
                    new PathView(
                            who,
                            around,
                            Keyed.with(
                                    courses,
                                    fact.referral(),
                                    Course.evolve(courses.get(fact.referral()), fact)),
                            bells,
                            List.of());
            case SupportEvent fact ->
                    new PathView(
                            who,
                            around,
                            Keyed.with(
                                    courses,
                                    fact.referral(),
                                    Course.evolve(course(fact.referral()), fact)),
                            bells,
                            List.of());
            case ConcernEvent fact ->
                    new PathView(
                            who,
                            around,
                            courses,
                            Keyed.with(
                                    bells,
                                    fact.concern(),
                                    Bell.evolve(bells.get(fact.concern()), fact)),
                            List.of());
            default -> new PathView(who, around, courses, bells, List.of());
        };
    }

    private PathView with(Moment moment) {
        return new PathView(person, circle, courses, bells, List.of(moment));
    }
}

package nl.schakel.query.path;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.access.Actor;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.ledger.Clocks;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.query.circle.Circles;
import nl.schakel.query.course.Bell;
import nl.schakel.query.course.Course;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Rows;

/**
 * Asks for a path, as one actor may see it: whole for the person herself, else the referrals that
 * name her or her party.
 */
final class Paths {

    private final Circles circles;
    private final Rows rows;
    private final Fresh fresh;
    private final LedgerReader reader;

    Paths(Circles circles, Rows rows, Fresh fresh, LedgerReader reader) {
        this.circles = circles;
        this.rows = rows;
        this.fresh = fresh;
        this.reader = reader;
    }

    /**
     * What of a path is there for one actor.
     *
     * @param standsStillSince since when it does, if so
     * @param past whether she looks back
     */
    record Visible(
            PersonId person,
            List<Course> courses,
            List<Bell> bells,
            List<Moment> moments,
            Optional<Instant> standsStillSince,
            boolean past) {}

    /**
     * The path of a person as it was on these clocks, of which an actor sees what she may see
     * today; throws {@link NotThere} when it is not there for her.
     */
    Visible of(PersonId person, Actor actor, Clocks clocks) {
        var circle = circles.around(person, actor);
        var still = fresh.shown(PathProjection.PATH, person);
        var told = clocks.now() ? kept(person, actor) : replayed(person, actor, clocks);
        var path = told.path();
        var referrals = visible(person, circle, actor);
        return new Visible(
                person,
                path.courses().values().stream()
                        .filter(course -> referrals.contains(course.referral()))
                        .toList(),
                path.bells().values().stream()
                        .filter(bell -> sees(bell, referrals, actor))
                        .toList(),
                told.moments().stream()
                        .filter(moment -> sees(moment, path, referrals, actor))
                        .toList(),
                still,
                !clocks.now());
    }

    /** The head of a path and all its moments. */
    private record Told(PathView path, List<Moment> moments) {}

    private Told kept(PersonId person, Actor actor) {
        var moments =
                rows.parts(Rows.keys(actor), PathProjection.PATH, person.value(), Moment.class);
        return new Told(row(person, actor), moments);
    }

    /** The same function over the facts that were there; today's row stays the wall before it. */
    private Told replayed(PersonId person, Actor actor, Clocks clocks) {
        row(person, actor);
        var path = PathView.EMPTY;
        var moments = new ArrayList<Moment>();
        for (var fact : clocks.of(reader.person(person, 0))) {
            path = PathView.evolve(path, fact);
            moments.addAll(path.parts());
        }
        return new Told(path, moments);
    }

    private PathView row(PersonId person, Actor actor) {
        return rows.one(Rows.keys(actor), PathProjection.PATH, person.value(), PathView.class)
                .orElseThrow(NotThere::new);
    }

    private static Set<ReferralId> visible(PersonId person, Circle circle, Actor actor) {
        return circle.referrals().entrySet().stream()
                .filter(entry -> May.see(actor, person, entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean sees(
            Moment moment, PathView path, Set<ReferralId> referrals, Actor actor) {
        if (May.among(actor, Set.of(path.person()), Set.of())) {
            return true;
        }
        if (moment.concern() != null) {
            return sees(path.bell(moment.concern()), referrals, actor);
        }
        return moment.referral() != null
                ? referrals.contains(moment.referral())
                : May.among(actor, Set.of(), moment.parties());
    }

    private static boolean sees(Bell bell, Set<ReferralId> referrals, Actor actor) {
        return bell.referral() != null && referrals.contains(bell.referral())
                || May.among(actor, Set.of(bell.about()), bell.rungParties())
                || May.among(actor, bell.readers(), Set.of());
    }
}

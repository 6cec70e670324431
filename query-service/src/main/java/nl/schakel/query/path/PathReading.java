package nl.schakel.query.path;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.access.Roster;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.query.circle.Circles;
import nl.schakel.query.course.Course;
import nl.schakel.query.course.Turn;
import nl.schakel.query.path.Moment.Outcome;
import nl.schakel.query.path.Moment.Promise;
import nl.schakel.query.path.PathAnswer.Human;
import nl.schakel.query.path.PathAnswer.Lane;
import nl.schakel.query.path.PathAnswer.Promised;
import nl.schakel.query.path.PathAnswer.Support;
import nl.schakel.query.path.PathAnswer.SupportLine;
import nl.schakel.query.path.PathAnswer.SwitchMoment;
import nl.schakel.query.path.PathAnswer.Went;
import nl.schakel.query.path.PathAnswer.WhoseTurn;
import nl.schakel.query.path.Paths.Visible;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Looks.Seen;
import nl.schakel.query.runtime.Purpose;
import org.jspecify.annotations.Nullable;

/** Opens a path for one reader, and tells it in the words of the API. */
final class PathReading {

    private final Circles circles;
    private final Looks looks;
    private final Texts texts;
    private final InstantSource clock;

    PathReading(Circles circles, Looks looks, Texts texts, InstantSource clock) {
        this.circles = circles;
        this.looks = looks;
        this.texts = texts;
        this.clock = clock;
    }

    PathAnswer of(Visible path, Caller caller) {
        var parties = parties(path);
        var rosters = circles.rosters(parties, caller.actor());
        var seen = looks.open(caller, Purpose.PATH, people(path), words(path, caller));
        var standing = new Standing(caller, path.past() ? null : clock.instant(), seen, texts);
        var bells = path.bells().stream().flatMap(bell -> bell.waits().stream());
        return new PathAnswer(
                human(path.person(), seen),
                parties.stream().map(party -> lane(party, rosters)).toList(),
                path.courses().stream().map(standing::of).toList(),
                path.moments().stream().map(moment -> moment(moment, seen)).toList(),
                path.courses().stream()
                        .flatMap(course -> course.doing().stream())
                        .map(turn -> turn(turn, seen))
                        .toList(),
                Stream.concat(
                                path.courses().stream().flatMap(course -> course.waits().stream()),
                                bells)
                        .map(turn -> turn(turn, seen))
                        .toList(),
                new Support(
                        path.courses().stream().flatMap(course -> lines(course, seen)).toList()),
                path.moments().isEmpty() ? 0 : path.moments().getLast().position(),
                path.standsStillSince().orElse(null));
    }

    private static LinkedHashSet<PartyId> parties(Visible path) {
        var parties = new LinkedHashSet<PartyId>();
        path.courses().forEach(course -> parties.addAll(List.of(course.from(), course.to())));
        path.moments().forEach(moment -> parties.addAll(moment.parties()));
        return parties;
    }

    private static List<PersonId> people(Visible path) {
        var people = new LinkedHashSet<PersonId>();
        people.add(path.person());
        path.moments()
                .forEach(
                        moment -> {
                            people.add(moment.who());
                            Optional.ofNullable(moment.promise())
                                    .map(Promise::who)
                                    .ifPresent(people::add);
                        });
        path.courses()
                .forEach(
                        course ->
                                course.visits()
                                        .values()
                                        .forEach(visit -> people.add(visit.companion())));
        var turns =
                path.courses().stream()
                        .flatMap(
                                course ->
                                        Stream.concat(
                                                course.doing().stream(), course.waits().stream()));
        Stream.concat(turns, path.bells().stream().flatMap(bell -> bell.waits().stream()))
                .map(turn -> Optional.ofNullable(turn.person()))
                .flatMap(Optional::stream)
                .forEach(people::add);
        return List.copyOf(people);
    }

    /**
     * Rule 25: the words of a bell are for its readers; all other words for whoever sees the
     * moment.
     */
    private static List<Sealed> words(Visible path, Caller caller) {
        var words = new ArrayList<Sealed>();
        path.moments().stream()
                .filter(moment -> reads(moment, path, caller.actor()))
                .forEach(
                        moment ->
                                Stream.of(
                                                Optional.ofNullable(moment.why()),
                                                Optional.ofNullable(moment.promise())
                                                        .map(Promise::where),
                                                Optional.ofNullable(moment.outcome())
                                                        .map(Outcome::words))
                                        .flatMap(Optional::stream)
                                        .forEach(words::add));
        path.courses()
                .forEach(
                        course ->
                                course.levels().values().forEach(level -> words.add(level.why())));
        return words;
    }

    private static boolean reads(Moment moment, Visible path, Actor reader) {
        return moment.concern() == null
                || path.bells().stream()
                        .filter(bell -> bell.concern().equals(moment.concern()))
                        .anyMatch(bell -> May.among(reader, bell.readers(), Set.of()));
    }

    private static Lane lane(PartyId party, Map<UUID, Roster> rosters) {
        var roster = rosters.getOrDefault(party.value(), Roster.UNKNOWN);
        return new Lane(party.value(), roster.name(), Dutch.of(roster.kind()));
    }

    private static SwitchMoment moment(Moment m, Seen seen) {
        return new SwitchMoment(
                m.kind().word(),
                m.referral() == null ? null : m.referral().value(),
                m.from() == null ? null : m.from().value(),
                m.to() == null ? null : m.to().value(),
                human(m.who(), seen),
                seen.text(m.why()),
                promised(m.promise(), seen),
                went(m.outcome(), seen),
                m.occurredAt(),
                m.recordedAt(),
                m.position());
    }

    private static @Nullable Promised promised(@Nullable Promise promise, Seen seen) {
        return promise == null
                ? null
                : new Promised(
                        promise.who() == null ? null : human(promise.who(), seen),
                        promise.when(),
                        promise.until(),
                        seen.text(promise.where()),
                        promise.line() == null ? null : Dutch.of(promise.line()),
                        promise.level() == null ? null : Dutch.of(promise.level()));
    }

    private static @Nullable Went went(@Nullable Outcome outcome, Seen seen) {
        return outcome == null
                ? null
                : new Went(
                        outcome.meeting() == null ? null : Dutch.of(outcome.meeting()),
                        seen.text(outcome.words()));
    }

    private WhoseTurn turn(Turn turn, Seen seen) {
        return new WhoseTurn(
                turn.person() == null ? null : human(turn.person(), seen),
                turn.party() == null ? null : turn.party().value(),
                texts.of(turn.what().key()),
                turn.since(),
                turn.object());
    }

    private static Stream<SupportLine> lines(Course course, Seen seen) {
        return course.levels().entrySet().stream()
                .map(
                        line ->
                                new SupportLine(
                                        course.referral().value(),
                                        Dutch.of(line.getKey()),
                                        Dutch.of(line.getValue().level()),
                                        seen.text(line.getValue().why()),
                                        line.getValue().lookAgainOn(),
                                        line.getValue().since()));
    }

    private static Human human(PersonId person, Seen seen) {
        return new Human(person.value(), seen.name(person));
    }
}

package nl.schakel.query.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import nl.schakel.query.path.Paths.Visible;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Looks.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A path in the words of the API, opened for one reader. */
@Component
final class PathAnswer {

    private final Circles circles;
    private final Looks looks;
    private final Texts texts;

    PathAnswer(Circles circles, Looks looks, Texts texts) {
        this.circles = circles;
        this.looks = looks;
        this.texts = texts;
    }

    record Path(
            @JsonProperty("inwoner") Human person,
            @JsonProperty("banen") List<Lane> lanes,
            @JsonProperty("schakelmomenten") List<SwitchMoment> moments,
            @JsonProperty("wieDoetWatNu") List<WhoseTurn> doing,
            @JsonProperty("wachtenOp") List<WhoseTurn> waits,
            @JsonProperty("ondersteuning") Support support,
            @JsonProperty("positie") long position,
            @JsonProperty("bijgewerktTot") @Nullable Instant standsStillSince) {}

    record Human(UUID id, @JsonProperty("naam") String name) {}

    record Lane(
            @JsonProperty("partij") UUID party,
            @JsonProperty("naam") String name,
            @JsonProperty("soort") String kind) {}

    record SwitchMoment(
            @JsonProperty("soort") String kind,
            @JsonProperty("verwijzing") @Nullable UUID referral,
            @JsonProperty("van") @Nullable UUID from,
            @JsonProperty("naar") @Nullable UUID to,
            @JsonProperty("wie") Human who,
            @JsonProperty("waarom") @Nullable String why,
            @JsonProperty("belofte") @Nullable Promised promise,
            @JsonProperty("uitkomst") @Nullable Went outcome,
            @JsonProperty("gebeurdOp") Instant occurredAt,
            @JsonProperty("vastgelegdOp") Instant recordedAt,
            @JsonProperty("positie") long position) {}

    record Promised(
            @JsonProperty("wie") @Nullable Human who,
            @JsonProperty("wanneer") @Nullable Instant when,
            @JsonProperty("tot") @Nullable LocalDate until,
            @JsonProperty("waar") @Nullable String where,
            @JsonProperty("lijn") @Nullable String line,
            @JsonProperty("niveau") @Nullable String level) {}

    record Went(
            @JsonProperty("hoe") @Nullable String meeting,
            @JsonProperty("woorden") @Nullable String words) {}

    record WhoseTurn(
            @JsonProperty("wie") @Nullable Human who,
            @JsonProperty("partij") @Nullable UUID party,
            @JsonProperty("waarop") String what,
            @JsonProperty("sinds") Instant since,
            @JsonProperty("betreft") UUID object) {}

    record Support(@JsonProperty("lijnen") List<SupportLine> lines) {}

    record SupportLine(
            @JsonProperty("verwijzing") UUID referral,
            @JsonProperty("lijn") String line,
            @JsonProperty("niveau") String level,
            @JsonProperty("waarom") @Nullable String why,
            @JsonProperty("weerKijkenOp") LocalDate lookAgainOn,
            @JsonProperty("sinds") Instant since) {}

    Path of(Visible path, Caller caller) {
        var parties = parties(path);
        var rosters = circles.rosters(parties, caller.actor());
        var seen = looks.open(caller, "pad bekijken", null, people(path), words(path, caller));
        var bells = path.bells().stream().flatMap(bell -> bell.waits().stream());
        return new Path(
                human(path.person(), seen),
                parties.stream().map(party -> lane(party, rosters)).toList(),
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
        path.moments()
                .forEach(
                        moment ->
                                Stream.of(
                                                Optional.ofNullable(moment.from()),
                                                Optional.ofNullable(moment.to()))
                                        .flatMap(Optional::stream)
                                        .forEach(parties::add));
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
        var reader = caller.actor().person();
        var words = new ArrayList<Sealed>();
        path.moments().stream()
                .filter(
                        moment ->
                                moment.concern() == null
                                        || path.bells().stream()
                                                .anyMatch(
                                                        bell ->
                                                                bell.concern()
                                                                                .equals(
                                                                                        moment
                                                                                                .concern())
                                                                        && bell.readers()
                                                                                .contains(reader)))
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

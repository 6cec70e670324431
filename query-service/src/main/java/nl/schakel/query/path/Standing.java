package nl.schakel.query.path;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.schakel.access.May;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.Id;
import nl.schakel.events.PartyId;
import nl.schakel.query.course.Act;
import nl.schakel.query.course.Acts;
import nl.schakel.query.course.Course;
import nl.schakel.query.course.Course.Promise;
import nl.schakel.query.path.PathAnswer.Human;
import nl.schakel.query.path.PathAnswer.Referral;
import nl.schakel.query.path.PathAnswer.Visit;
import nl.schakel.query.runtime.Looks.Seen;
import org.jspecify.annotations.Nullable;

/**
 * How far each referral stands, and what one caller can do in it.
 *
 * @param now when she asks; null when she looks back, and can do nothing
 */
record Standing(Caller caller, @Nullable Instant now, Seen seen, Texts texts) {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    Referral of(Course course) {
        var side =
                Stream.of(course.from(), course.to())
                        .filter(party -> May.among(caller.actor(), Set.of(), Set.of(party)))
                        .findFirst()
                        .orElse(null);
        return new Referral(
                course.referral().value(),
                course.from().value(),
                course.to().value(),
                texts.of(
                        "stand."
                                + course.stage().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                course.since(),
                side == null ? null : side.value(),
                can(course, side),
                course.questions().keySet().stream().map(Id::value).toList(),
                course.visits().entrySet().stream()
                        .filter(visit -> visit.getValue().open())
                        .sorted(Comparator.comparing(visit -> visit.getValue().when()))
                        .map(visit -> visit(visit.getKey(), visit.getValue()))
                        .toList());
    }

    private List<String> can(Course course, @Nullable PartyId side) {
        return now == null
                ? List.of()
                : Acts.open(course, caller.actor().person(), side, LocalDate.ofInstant(now, HERE))
                        .stream()
                        .map(Act::word)
                        .toList();
    }

    private Visit visit(Id id, Promise promise) {
        var companion = promise.companion();
        return new Visit(
                id.value(), new Human(companion.value(), seen.name(companion)), promise.when());
    }
}

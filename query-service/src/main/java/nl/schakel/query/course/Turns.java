package nl.schakel.query.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import org.jspecify.annotations.Nullable;

/** Whose turn it is in a referral: who does what now, and for whom the others wait. */
final class Turns {

    private Turns() {}

    static List<Turn> waits(Course course) {
        var turns = new ArrayList<Turn>();
        course.questions()
                .values()
                .forEach(
                        since ->
                                turns.add(
                                        turn(
                                                course,
                                                course.contact(),
                                                course.from(),
                                                What.ANSWER_TO_QUESTION,
                                                since)));
        if (course.stage() == Stage.ASKED) {
            turns.add(turn(course, null, course.to(), What.ANSWER, course.since()));
        }
        if (!course.yes() && (course.stage() == Stage.ASKED || course.stage() == Stage.WELCOME)) {
            turns.add(turn(course, course.person(), null, What.YES_OF_PERSON, course.since()));
        }
        if (course.stage() == Stage.WELCOME && course.yes()
                || course.stage() == Stage.INTRODUCING) {
            turns.addAll(visits(course));
        }
        var lettingGo = course.lettingGo();
        if (course.stage() == Stage.LETTING_GO && lettingGo != null) {
            turns.add(
                    turn(
                            course,
                            null,
                            course.from().equals(lettingGo.by()) ? course.to() : course.from(),
                            What.CONFIRM_LETTING_GO,
                            course.since()));
        }
        return List.copyOf(turns);
    }

    static List<Turn> doing(Course course) {
        var turns = new ArrayList<Turn>();
        if (course.stage() == Stage.NOT_NOW) {
            return List.of();
        }
        course.visits().values().stream()
                .filter(Course.Promise::open)
                .forEach(
                        visit ->
                                turns.add(
                                        turn(
                                                course,
                                                visit.companion(),
                                                null,
                                                What.FIRST_VISIT,
                                                visit.since())));
        course.levels()
                .values()
                .forEach(
                        level ->
                                turns.add(
                                        turn(
                                                course,
                                                level.by(),
                                                null,
                                                What.SUPPORT,
                                                level.since())));
        var lettingGo = course.lettingGo();
        if (course.stage() == Stage.LOOKED_AFTER && lettingGo != null) {
            boolean senderLetsGo = course.from().equals(lettingGo.by());
            turns.add(
                    turn(
                            course,
                            senderLetsGo ? course.host() : course.contact(),
                            senderLetsGo ? course.to() : course.from(),
                            What.LOOKING_AFTER,
                            course.since()));
            turns.add(
                    turn(
                            course,
                            lettingGo.wayBack(),
                            lettingGo.by(),
                            What.WAY_BACK,
                            course.since()));
        } else {
            turns.add(
                    turn(
                            course,
                            course.contact(),
                            course.from(),
                            What.KNOWN_CONTACT,
                            course.since()));
            if (course.host() != null) {
                turns.add(
                        turn(
                                course,
                                course.host(),
                                course.to(),
                                What.KNOWN_CONTACT,
                                course.since()));
            }
        }
        return List.copyOf(turns);
    }

    /** A promise waits for its outcome; without one both contacts find a new date. */
    private static List<Turn> visits(Course course) {
        var open =
                course.visits().values().stream()
                        .filter(Course.Promise::open)
                        .map(
                                visit ->
                                        turn(
                                                course,
                                                visit.companion(),
                                                null,
                                                What.HOW_IT_WENT,
                                                visit.when()))
                        .toList();
        return open.isEmpty()
                ? List.of(
                        turn(
                                course,
                                course.contact(),
                                course.from(),
                                What.FIRST_VISIT_DATE,
                                course.since()),
                        turn(
                                course,
                                course.host(),
                                course.to(),
                                What.FIRST_VISIT_DATE,
                                course.since()))
                : open;
    }

    private static Turn turn(
            Course course,
            @Nullable PersonId person,
            @Nullable PartyId party,
            What what,
            Instant since) {
        return new Turn(person, party, what, since, course.referral().value());
    }
}

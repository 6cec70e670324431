package nl.schakel.query.course;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.query.course.Course.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What is open to somebody in a referral now. The rulebook refuses none of it; it allows a little
 * more (how a visit went may be told by each side), which a course does not know.
 */
public final class Acts {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final Course course;
    private final Set<Act> open = EnumSet.noneOf(Act.class);

    private Acts(Course course) {
        this.course = course;
    }

    /**
     * What is open, in the order of {@link Act}.
     *
     * @param who wants to know
     * @param side the party in whose name; null for herself
     * @param today the day on which she asks
     */
    public static Set<Act> open(
            Course course, PersonId who, @Nullable PartyId side, LocalDate today) {
        var acts = new Acts(course);
        if (course.person().equals(who) && side == null) {
            acts.herself();
        } else if (side != null && (course.from().equals(side) || course.to().equals(side))) {
            acts.atASide(side, today);
        }
        return acts.open;
    }

    private void herself() {
        yes();
        if (started() && anyVisit()) {
            open.addAll(Set.of(Act.MOVE_VISIT, Act.CALL_OFF_VISIT));
        }
    }

    private void atASide(PartyId side, LocalDate today) {
        yes();
        if (course.stage() == Stage.ASKED) {
            answers(side);
        }
        if (started()) {
            visits(today);
            support();
            lettingGo(side);
        }
    }

    private void yes() {
        if (!course.yes() && (course.stage() == Stage.ASKED || course.stage() == Stage.WELCOME)) {
            open.add(Act.YES_OF_PERSON);
        }
    }

    private void answers(PartyId side) {
        if (course.to().equals(side)) {
            open.addAll(Set.of(Act.WELCOME, Act.NOT_NOW, Act.ASK));
        } else if (!course.questions().isEmpty()) {
            open.add(Act.TELL_MORE);
        }
    }

    private void visits(LocalDate today) {
        if (anyVisit()) {
            open.addAll(Set.of(Act.MOVE_VISIT, Act.CALL_OFF_VISIT));
            if (course.visits().values().stream().anyMatch(visit -> hasCome(visit, today))) {
                open.add(Act.TELL_VISIT);
            }
        } else if (course.stage() == Stage.WELCOME || course.stage() == Stage.INTRODUCING) {
            open.add(Act.PROMISE_VISIT);
        }
    }

    private void support() {
        boolean most = course.levels().size() == Line.values().length;
        for (var support : course.levels().values()) {
            most &= support.level() == Level.INTENSIVE;
            if (support.level() != Level.ON_CALL) {
                open.add(Act.SCALE_DOWN);
            }
        }
        if (!most) {
            open.add(Act.SCALE_UP);
        }
    }

    private void lettingGo(PartyId side) {
        var lettingGo = course.lettingGo();
        if (course.stage() == Stage.TAKING_PART) {
            open.add(Act.LET_GO);
        } else if (course.stage() == Stage.LETTING_GO
                && lettingGo != null
                && !lettingGo.by().equals(side)) {
            open.add(Act.LOOK_AFTER);
        }
    }

    private boolean started() {
        return switch (course.stage()) {
            case ASKED, NOT_NOW -> false;
            case WELCOME -> course.yes();
            case INTRODUCING, TAKING_PART, LETTING_GO, LOOKED_AFTER -> true;
        };
    }

    private boolean anyVisit() {
        return course.visits().values().stream().anyMatch(Promise::open);
    }

    private static boolean hasCome(Promise visit, LocalDate today) {
        return visit.open() && !today.isBefore(LocalDate.ofInstant(visit.when(), HERE));
    }
}

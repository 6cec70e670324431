package nl.schakel.query.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.query.course.Course.LettingGo;
import nl.schakel.query.course.Course.Promise;
import org.jspecify.annotations.Nullable;

/** Whose turn it is in a referral: who does what now, and for whom the others wait. */
final class Turns {

    private final Course course;
    private final List<Turn> turns = new ArrayList<>();

    private Turns(Course course) {
        this.course = course;
    }

    static List<Turn> waits(Course course) {
        return new Turns(course).waits();
    }

    static List<Turn> doing(Course course) {
        return course.stage() == Stage.NOT_NOW ? List.of() : new Turns(course).doing();
    }

    private List<Turn> waits() {
        course.questions()
                .values()
                .forEach(at -> add(course.contact(), course.from(), What.ANSWER_TO_QUESTION, at));
        switch (course.stage()) {
            case ASKED -> {
                add(null, course.to(), What.ANSWER, course.since());
                yes();
            }
            case WELCOME -> {
                if (course.yes()) {
                    visit();
                } else {
                    yes();
                }
            }
            case INTRODUCING -> visit();
            case LETTING_GO -> confirmation();
            case TAKING_PART, LOOKED_AFTER, NOT_NOW -> {}
        }
        return List.copyOf(turns);
    }

    private List<Turn> doing() {
        promises().forEach(p -> add(p.companion(), null, What.FIRST_VISIT, p.since()));
        course.levels().values().forEach(l -> add(l.by(), null, What.SUPPORT, l.since()));
        var lettingGo = course.lettingGo();
        if (course.stage() == Stage.LOOKED_AFTER && lettingGo != null) {
            lookingAfter(lettingGo);
        } else {
            add(course.contact(), course.from(), What.KNOWN_CONTACT, course.since());
            if (course.host() != null) {
                add(course.host(), course.to(), What.KNOWN_CONTACT, course.since());
            }
        }
        return List.copyOf(turns);
    }

    private void yes() {
        if (!course.yes()) {
            add(course.person(), null, What.YES_OF_PERSON, course.since());
        }
    }

    /** A promise waits for its outcome; without one both contacts find a new date. */
    private void visit() {
        var open = promises();
        open.forEach(p -> add(p.companion(), null, What.HOW_IT_WENT, p.when()));
        if (open.isEmpty()) {
            add(course.contact(), course.from(), What.FIRST_VISIT_DATE, course.since());
            add(course.host(), course.to(), What.FIRST_VISIT_DATE, course.since());
        }
    }

    private void confirmation() {
        var lettingGo = course.lettingGo();
        if (lettingGo != null) {
            add(null, course.across(lettingGo.by()), What.CONFIRM_LETTING_GO, course.since());
        }
    }

    private void lookingAfter(LettingGo lettingGo) {
        var host = course.from().equals(lettingGo.by()) ? course.host() : course.contact();
        add(host, course.across(lettingGo.by()), What.LOOKING_AFTER, course.since());
        add(lettingGo.wayBack(), lettingGo.by(), What.WAY_BACK, course.since());
    }

    private List<Promise> promises() {
        return course.visits().values().stream().filter(Promise::open).toList();
    }

    private void add(@Nullable PersonId person, @Nullable PartyId party, What what, Instant since) {
        turns.add(new Turn(person, party, what, since, course.referral().value()));
    }
}

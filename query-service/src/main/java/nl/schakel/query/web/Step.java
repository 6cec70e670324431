package nl.schakel.query.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.schakel.access.body.Dutch;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.query.course.Act;
import nl.schakel.query.web.frame.Input.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** What can be done in a referral, as a form: where it is sent, and what it asks. */
enum Step {
    WELCOME(Act.WELCOME, "/welkom", who("contact", Among.OURS), who("vervanger", Among.OURS).may()),
    NOT_NOW(Act.NOT_NOW, "/niet-nu", words("woorden").may()),
    ASK(Act.ASK, "/vragen", words("vraag")),
    TELL_MORE(Act.TELL_MORE, "/vragen/{betreft}/antwoorden", words("antwoord")),
    YES_OF_PERSON(Act.YES_OF_PERSON, "/ja-van-inwoner"),
    PROMISE_VISIT(
            Act.PROMISE_VISIT,
            "/eerste-bezoeken",
            who("metWie", Among.BOTH_SIDES),
            new Asked("wanneer", Kind.TIME),
            new Asked("waar", Kind.LINE)),
    TELL_VISIT(
            Act.TELL_VISIT,
            "/eerste-bezoeken/{betreft}/uitkomsten",
            oneOf("uitkomst", "bezoek.", Meeting.values()),
            words("woorden").may()),
    MOVE_VISIT(
            Act.MOVE_VISIT,
            "/eerste-bezoeken/{betreft}",
            new Asked("wanneer", Kind.TIME),
            new Asked("waar", Kind.LINE).may(),
            who("metWie", Among.BOTH_SIDES).may()),
    CALL_OFF_VISIT(
            Act.CALL_OFF_VISIT,
            "/eerste-bezoeken/{betreft}/afzeggingen",
            who("doorWie", Among.EVERYONE),
            words("woorden").may()),
    LOOK_AFTER(Act.LOOK_AFTER, "/loslatingen/bevestigingen"),
    SCALE_UP(Act.SCALE_UP, "/opschalingen", scaling()),
    SCALE_DOWN(Act.SCALE_DOWN, "/afschalingen", scaling()),
    LET_GO(
            Act.LET_GO,
            "/loslatingen",
            new Asked("omkijkenTot", Kind.DAY),
            who("wegTerug", Among.OURS));

    /** From whom somebody is chosen. */
    enum Among {
        OURS,
        BOTH_SIDES,
        EVERYONE
    }

    /**
     * One thing that a step asks.
     *
     * @param name of the field, as the API has it
     * @param prefix of the keys of its words, where those are fixed
     * @param words to choose from, where those are fixed
     * @param among whom to choose, where it is somebody
     */
    record Asked(
            String name,
            Kind kind,
            boolean needed,
            String prefix,
            List<String> words,
            @Nullable Among among) {

        Asked(String name, Kind kind) {
            this(name, kind, true, "", List.of(), null);
        }

        /** It may be left empty. */
        Asked may() {
            return new Asked(name, kind, false, prefix, words, among);
        }
    }

    private final Act act;
    private final String path;
    private final List<Asked> asks;

    Step(Act act, String path, Asked... asks) {
        this.act = act;
        this.path = path;
        this.asks = List.of(asks);
    }

    /** The step with this word; none when there is no such step. */
    static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    String word() {
        return act.word();
    }

    List<Asked> asks() {
        return asks;
    }

    /** Where it is sent, below the referral. */
    String path(String betreft) {
        return path.replace("{betreft}", betreft);
    }

    /** A visit that is moved stays the same visit. */
    HttpMethod method() {
        return this == MOVE_VISIT ? HttpMethod.PUT : HttpMethod.POST;
    }

    private static Asked words(String name) {
        return new Asked(name, Kind.WORDS);
    }

    private static Asked who(String name, Among among) {
        return new Asked(name, Kind.PICK, true, "", List.of(), among);
    }

    private static Asked oneOf(String name, String prefix, Enum<?>... constants) {
        var words = Arrays.stream(constants).map(Dutch::of).toList();
        return new Asked(name, Kind.ONE_OF, true, prefix, words, null);
    }

    private static Asked[] scaling() {
        return new Asked[] {
            oneOf("lijn", "lijn.", Line.values()),
            oneOf("niveau", "niveau.", Level.values()),
            words("waarom"),
            new Asked("weerKijkenOp", Kind.DAY)
        };
    }
}

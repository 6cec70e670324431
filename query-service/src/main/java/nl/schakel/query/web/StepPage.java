package nl.schakel.query.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.support.Level;
import nl.schakel.query.bell.ContactsEndpoint;
import nl.schakel.query.circle.PartyEndpoint;
import nl.schakel.query.path.PathAnswer;
import nl.schakel.query.path.PathAnswer.Referral;
import nl.schakel.query.path.PathAnswer.SupportLine;
import nl.schakel.query.path.PathAnswer.SwitchMoment;
import nl.schakel.query.path.PathEndpoint;
import nl.schakel.query.web.Step.Asked;
import nl.schakel.query.web.frame.Commands;
import nl.schakel.query.web.frame.Commands.Command;
import nl.schakel.query.web.frame.Dates;
import nl.schakel.query.web.frame.Filled;
import nl.schakel.query.web.frame.Input;
import nl.schakel.query.web.frame.Input.Choice;
import nl.schakel.query.web.frame.Input.Kind;
import nl.schakel.query.web.frame.Inputs;
import nl.schakel.query.web.frame.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One step on a path: what it asks, what it changes for whom, and what was said last. */
@RestController
public class StepPage {

    private static final String ROUTE = "/inwoners/{id}/verwijzingen/{referral}/{act}";
    private static final int LAST = 2;

    private final PathEndpoint paths;
    private final Nearby nearby;
    private final Commands commands;
    private final Screens screens;
    private final Texts texts;

    StepPage(
            PathEndpoint paths,
            PartyEndpoint parties,
            ContactsEndpoint contacts,
            Commands commands,
            Screens screens,
            Texts texts) {
        this.paths = paths;
        this.nearby = new Nearby(parties, contacts);
        this.commands = commands;
        this.screens = screens;
        this.texts = texts;
    }

    /**
     * What stands on it.
     *
     * @param word of the step
     * @param what the question or visit that it is about; empty when it is about neither
     * @param last what was said last in this referral, the newest last
     * @param levels of support in this referral
     */
    public record Stepping(
            PathPage.Path on,
            Referral referral,
            String word,
            String what,
            List<Input> inputs,
            List<SwitchMoment> last,
            List<SupportLine> levels,
            Filled filled) {

        /** The visit that it is about; null when it is about none. */
        public PathAnswer.@Nullable Visit visit() {
            return referral.visits().stream()
                    .filter(one -> one.visit().toString().equals(what))
                    .findFirst()
                    .orElse(null);
        }

        /** Who reads it besides her: the other side, and the person unless it is herself. */
        public String readers() {
            var side = referral.side();
            var all = new ArrayList<String>();
            for (var party : List.of(referral.from(), referral.to())) {
                if (!party.equals(side)) {
                    all.add(on.party(party));
                }
            }
            if (side != null) {
                all.add(person().name());
            }
            return String.join(", ", all);
        }

        /** Whom the path is about. */
        public PathAnswer.Human person() {
            return on.path().person();
        }
    }

    @GetMapping(path = ROUTE, produces = Screens.HTML)
    ResponseEntity<String> form(
            @PathVariable UUID id,
            @PathVariable UUID referral,
            @PathVariable String act,
            Filled filled,
            Caller caller,
            CsrfToken csrf) {
        var path = paths.path(id, null, null, null, caller);
        var step = Step.of(act).orElseThrow(NotThere::new);
        var at = in(path, referral);
        return at.can().contains(step.word())
                ? ResponseEntity.ok(form(path, at, step, filled, caller, csrf))
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/inwoners/" + id))
                        .build();
    }

    @PostMapping(path = ROUTE, produces = Screens.HTML)
    ResponseEntity<String> done(
            @PathVariable UUID id,
            @PathVariable UUID referral,
            @PathVariable String act,
            Filled filled,
            Caller caller,
            CsrfToken csrf) {
        var path = paths.path(id, null, null, null, caller);
        var step = Step.of(act).orElseThrow(NotThere::new);
        var at = in(path, referral);
        return commands.tell(command(step, at, id, filled))
                .then(
                        _ -> "/inwoners/" + id,
                        wrong -> form(path, at, step, filled.wrong(wrong), caller, csrf));
    }

    private static Command command(Step step, Referral at, UUID person, Filled filled) {
        var body = new LinkedHashMap<>(filled.body(step.asks().stream().map(Asked::name).toList()));
        step.asks().stream()
                .filter(asked -> asked.kind() == Kind.TIME)
                .forEach(
                        asked -> body.computeIfPresent(asked.name(), (_, v) -> Dates.sent("" + v)));
        if (step == Step.YES_OF_PERSON && at.side() != null) {
            body.put("gemeldDoor", person);
        }
        var path = "/v1/verwijzingen/" + at.id() + step.path(filled.of("betreft"));
        return new Command(step.method(), path, body, filled.key(), at.side());
    }

    private String form(
            PathAnswer path, Referral at, Step step, Filled filled, Caller caller, CsrfToken csrf) {
        var people = nearby.of(path.person(), at, step.asks(), caller);
        var levels =
                path.support().lines().stream()
                        .filter(line -> line.referral().equals(at.id()))
                        .toList();
        var inputs =
                step.asks().stream()
                        .map(asked -> input(asked, people, filled, caller))
                        .map(input -> fitting(input, step, levels));
        var model =
                new Stepping(
                        PathPage.Path.of(path),
                        at,
                        step.word(),
                        what(step, at, filled),
                        inputs.toList(),
                        last(path, at),
                        levels,
                        filled);
        var title = texts.of("stap." + step.word()) + ": " + path.person().name();
        return screens.show("step", title, model, filled, caller, csrf);
    }

    private Input input(
            Asked asked, Map<Step.Among, List<Choice>> people, Filled filled, Caller caller) {
        var choices =
                asked.among() == null
                        ? asked.words().stream()
                                .map(word -> new Choice(word, texts.of(asked.prefix() + word)))
                                .toList()
                        : people.getOrDefault(asked.among(), List.of());
        var me = caller.actor().person().value().toString();
        return new Inputs(texts, filled)
                .input(asked.name(), asked.kind(), asked.needed(), choices)
                .orChoice(asked.needed() ? me : "");
    }

    /** Where there is one kind of support, it is about that; and less is less than now. */
    private static Input fitting(Input input, Step step, List<SupportLine> levels) {
        if (levels.size() == 1 && input.name().equals("lijn")) {
            return input.or(levels.getFirst().line());
        }
        if (step != Step.SCALE_DOWN || !input.name().equals("niveau")) {
            return input;
        }
        var most =
                levels.stream()
                        .map(line -> Dutch.constant(Level.class, line.level()))
                        .max(Comparator.naturalOrder())
                        .orElse(Level.INTENSIVE);
        return input.among(
                choice -> Dutch.constant(Level.class, choice.value()).compareTo(most) < 0);
    }

    private static String what(Step step, Referral at, Filled filled) {
        var before = filled.of("betreft");
        if (!before.isEmpty()) {
            return before;
        }
        var open =
                step == Step.TELL_MORE
                        ? at.questions().stream()
                        : at.visits().stream().map(PathAnswer.Visit::visit);
        return open.findFirst().map(UUID::toString).orElse("");
    }

    private static List<SwitchMoment> last(PathAnswer path, Referral at) {
        var here =
                path.moments().stream()
                        .filter(moment -> Objects.equals(moment.referral(), at.id()))
                        .toList();
        return here.subList(Math.max(0, here.size() - LAST), here.size());
    }

    private static Referral in(PathAnswer path, UUID referral) {
        return path.referrals().stream()
                .filter(one -> one.id().equals(referral))
                .findFirst()
                .orElseThrow(NotThere::new);
    }
}

package nl.schakel.query.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.schakel.access.NotThere;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.guide.GuideEndpoint;
import nl.schakel.query.guide.GuideEndpoint.Consented;
import nl.schakel.query.guide.GuideEndpoint.Guide;
import nl.schakel.query.guide.GuideEndpoint.HeadingAnswer;
import nl.schakel.query.path.PathAnswer.Human;
import nl.schakel.query.path.PathAnswer.Lane;
import nl.schakel.query.path.PathEndpoint;
import nl.schakel.query.web.frame.Commands;
import nl.schakel.query.web.frame.Commands.Command;
import nl.schakel.query.web.frame.Filled;
import nl.schakel.query.web.frame.Input;
import nl.schakel.query.web.frame.Input.Kind;
import nl.schakel.query.web.frame.Inputs;
import nl.schakel.query.web.frame.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handleiding: read it, read it back, write it with the person, and let somebody read it. */
@RestController
public class GuidePage {

    private static final int HEADINGS = 12;

    private final PathEndpoint paths;
    private final GuideEndpoint guides;
    private final Commands commands;
    private final Screens screens;
    private final Texts texts;

    GuidePage(
            PathEndpoint paths,
            GuideEndpoint guides,
            Commands commands,
            Screens screens,
            Texts texts) {
        this.paths = paths;
        this.guides = guides;
        this.commands = commands;
        this.screens = screens;
        this.texts = texts;
    }

    /**
     * What stands on it.
     *
     * @param guide null when there is none, or none that opens for her
     * @param readers the other parties on the path, and whether they may read it; for who wrote it
     */
    public record Reading(
            Human person, @Nullable Guide guide, List<MayRead> readers, Filled filled) {}

    /** Whether a party may read it: with which consent, and which version was released to it. */
    public record MayRead(Lane party, @Nullable Consented consent, boolean released) {}

    /** The form: a title and a text for each heading. */
    public record Writing(Human person, List<List<Input>> headings, Filled filled) {}

    @GetMapping(path = "/inwoners/{id}/handleiding", produces = Screens.HTML)
    String guide(
            @PathVariable UUID id,
            @RequestParam @Nullable Long naPositie,
            Filled filled,
            Caller caller,
            CsrfToken csrf) {
        return shown(id, naPositie, filled, caller, csrf);
    }

    /** Read back, released, consented to, or consent withdrawn: which of these says {@code wat}. */
    @PostMapping(path = "/inwoners/{id}/handleiding", produces = Screens.HTML)
    ResponseEntity<String> told(
            @PathVariable UUID id, Filled filled, Caller caller, CsrfToken csrf) {
        return commands.tell(command(id, filled, caller))
                .then(
                        _ -> "/inwoners/" + id + (readBack(filled) ? "" : "/handleiding"),
                        wrong -> shown(id, null, filled.wrong(wrong), caller, csrf));
    }

    @GetMapping(path = "/inwoners/{id}/handleiding/schrijven", produces = Screens.HTML)
    String form(@PathVariable UUID id, Filled filled, Caller caller, CsrfToken csrf) {
        var person = paths.path(id, null, null, null, caller).person();
        var now = find(id, null, caller).map(Guide::headings).orElse(List.of());
        var inputs = new Inputs(texts, filled);
        var model =
                new Writing(
                        person,
                        IntStream.range(
                                        0,
                                        Math.min(
                                                HEADINGS,
                                                Math.max(suggested().size(), now.size()) + 1))
                                .mapToObj(number -> heading(inputs, number, now))
                                .toList(),
                        filled);
        var title = texts.of("handleiding.schrijven") + ": " + person.name();
        return screens.show("write", title, model, filled, caller, csrf);
    }

    @PostMapping(path = "/inwoners/{id}/handleiding/schrijven", produces = Screens.HTML)
    ResponseEntity<String> write(
            @PathVariable UUID id, Filled filled, Caller caller, CsrfToken csrf) {
        var headings = new ArrayList<Map<String, String>>();
        for (int number = 0; number < HEADINGS; number++) {
            var title = filled.of("kop" + number);
            var text = filled.of("tekst" + number);
            if (!text.isEmpty()) {
                headings.add(Map.of("kop", title, "tekst", text));
            }
        }
        var path = "/v1/inwoners/" + id + "/handleidingen";
        return commands.tell(Command.post(path, Map.of("kopjes", headings), filled.key(), caller))
                .then(
                        _ -> "/inwoners/" + id + "/handleiding",
                        wrong -> form(id, filled.wrong(wrong), caller, csrf));
    }

    /** What was understood stands on the path. */
    private static boolean readBack(Filled filled) {
        return filled.of("wat").equals("teruglezen");
    }

    private Command command(UUID id, Filled filled, Caller caller) {
        var here = "/v1/inwoners/" + id;
        var version = here + "/handleidingen/" + filled.of("versie");
        var herself = caller.actor().person().value().equals(id);
        var reported =
                herself ? Map.<String, Object>of() : Map.<String, Object>of("gemeldDoor", id);
        return switch (filled.of("wat")) {
            case "teruglezen" ->
                    post(
                            version + "/teruglezingen",
                            filled.body(List.of("begrepen")),
                            filled,
                            caller);
            case "delen" ->
                    post(version + "/vrijgaven", filled.body(List.of("partij")), filled, caller);
            case "toestemming" -> {
                var body = new HashMap<>(reported);
                body.put("ontvanger", filled.of("partij"));
                body.put("gegevens", List.of("handleiding"));
                body.put("doel", texts.of("verwijzen.doel"));
                yield post(here + "/toestemmingen", body, filled, caller);
            }
            case "intrekken" ->
                    post(
                            here + "/toestemmingen/" + filled.of("toestemming") + "/intrekkingen",
                            reported,
                            filled,
                            caller);
            default -> throw new NotThere();
        };
    }

    private static Command post(
            String path, Map<String, Object> body, Filled filled, Caller caller) {
        return Command.post(path, body, filled.key(), caller);
    }

    private String shown(
            UUID id, @Nullable Long after, Filled filled, Caller caller, CsrfToken csrf) {
        var path = paths.path(id, after, null, null, caller);
        var guide = find(id, after, caller).orElse(null);
        var readers =
                guide == null || guide.releasedBy() != null
                        ? List.<MayRead>of()
                        : path.lanes().stream()
                                .filter(lane -> !own(lane, caller))
                                .map(lane -> mayRead(lane, guide))
                                .toList();
        var model = new Reading(path.person(), guide, readers, filled);
        var title = texts.of("handleiding.titel") + " " + path.person().name();
        return screens.show("guide", title, model, filled, caller, csrf);
    }

    private static MayRead mayRead(Lane lane, Guide guide) {
        var consent =
                guide.consents().stream()
                        .filter(one -> one.recipient().equals(lane.party()))
                        .findFirst()
                        .orElse(null);
        boolean released =
                guide.releases().stream()
                        .anyMatch(
                                one ->
                                        one.party().equals(lane.party())
                                                && one.version() == guide.version());
        return new MayRead(lane, consent, released);
    }

    private static boolean own(Lane lane, Caller caller) {
        var acting = caller.actor().acting();
        return acting != null && acting.value().equals(lane.party());
    }

    private Optional<Guide> find(UUID id, @Nullable Long after, Caller caller) {
        try {
            return Optional.of(guides.guide(id, after, caller));
        } catch (NotThere none) {
            return Optional.empty();
        }
    }

    private List<String> suggested() {
        return List.of(texts.of("handleiding.kopjes").split(";"));
    }

    /** What stands there now, else what people often write about. */
    private List<Input> heading(Inputs inputs, int number, List<HeadingAnswer> now) {
        var suggested = suggested();
        var title = "";
        var text = "";
        if (number < now.size()) {
            title = Objects.requireNonNullElse(now.get(number).title(), "");
            text = Objects.requireNonNullElse(now.get(number).text(), "");
        } else if (now.isEmpty() && number < suggested.size()) {
            title = suggested.get(number).strip();
        }
        return List.of(
                inputs.numbered("kop", number, Kind.LINE).or(title),
                inputs.numbered("tekst", number, Kind.WORDS).or(text));
    }
}

package nl.schakel.query.web.history;

import static org.springframework.format.annotation.DateTimeFormat.ISO.DATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.access.NotThere;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.ledger.Clocks;
import nl.schakel.query.audit.AroundEndpoint;
import nl.schakel.query.audit.AroundEndpoint.DifferenceAnswer;
import nl.schakel.query.audit.HistoryAnswer.FactAnswer;
import nl.schakel.query.audit.HistoryEndpoint;
import nl.schakel.query.audit.HistoryEndpoint.Begun;
import nl.schakel.query.reveal.RevealEndpoint;
import nl.schakel.query.reveal.RevealEndpoint.RevealAnswer;
import nl.schakel.query.reveal.WordsAnswer;
import nl.schakel.query.reveal.WordsAnswer.Spoken;
import nl.schakel.query.web.frame.Commands;
import nl.schakel.query.web.frame.Commands.Command;
import nl.schakel.query.web.frame.Dates;
import nl.schakel.query.web.frame.Filled;
import nl.schakel.query.web.frame.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Historie: the facts about one person in order, as known on and as it was on a day, what differs
 * between two days, each with its proof; pseudonyms, unless a second auditor agreed.
 */
@RestController
public class HistoryPage {

    private static final int AT_ONCE = 200;

    private final HistoryEndpoint histories;
    private final AroundEndpoint arounds;
    private final RevealEndpoint reveals;
    private final Commands commands;
    private final Screens screens;
    private final Texts texts;

    HistoryPage(
            HistoryEndpoint histories,
            AroundEndpoint arounds,
            RevealEndpoint reveals,
            Commands commands,
            Screens screens,
            Texts texts) {
        this.histories = histories;
        this.arounds = arounds;
        this.reveals = reveals;
        this.commands = commands;
        this.screens = screens;
        this.texts = texts;
    }

    /** All histories, and the looks that wait for a second auditor. */
    public record Overview(Begun begun, List<RevealAnswer> looks) {}

    /**
     * What an auditor asked to see.
     *
     * @param gekendOp only what was recorded up to that day
     * @param zoalsOp only what had happened up to that day
     * @param feit only the first so many facts, as the slider has it
     * @param van the day from which on something differs
     * @param tot the day up to which
     */
    public record Asked(
            @DateTimeFormat(iso = DATE) @Nullable LocalDate gekendOp,
            @DateTimeFormat(iso = DATE) @Nullable LocalDate zoalsOp,
            @Nullable Integer feit,
            @DateTimeFormat(iso = DATE) @Nullable LocalDate van,
            @DateTimeFormat(iso = DATE) @Nullable LocalDate tot) {

        /** How many facts the slider leaves, of so many. */
        int slid(int all) {
            return feit == null ? all : Math.clamp(feit, 1, Math.max(1, all));
        }

        /** A day as its field holds it; empty when none was asked. */
        public String day(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }
    }

    @GetMapping(path = "/historie", produces = Screens.HTML)
    String overview(@RequestParam @Nullable Long na, Caller caller, CsrfToken csrf) {
        var begun = histories.begun(na, AT_ONCE, caller);
        var looks = reveals.all(null, AT_ONCE, caller).looks();
        var title = texts.of("historie.titel");
        return screens.show("histories", title, new Overview(begun, looks), caller, csrf);
    }

    @GetMapping(path = "/historie/inwoners/{id}", produces = Screens.HTML)
    String history(
            @PathVariable UUID id, Asked asked, Filled filled, Caller caller, CsrfToken csrf) {
        return shown(id, asked, filled, caller, csrf);
    }

    /** A look is asked for, or one that somebody else asked for is agreed to. */
    @PostMapping(path = "/historie/inwoners/{id}", produces = Screens.HTML)
    ResponseEntity<String> look(
            @PathVariable UUID id, Filled filled, Caller caller, CsrfToken csrf) {
        var look = filled.of("verzoek");
        var path = "/v1/inzageverzoeken" + (look.isEmpty() ? "" : "/" + look + "/goedkeuringen");
        var body = new LinkedHashMap<String, Object>();
        if (look.isEmpty()) {
            body.putAll(filled.body(List.of("reden")));
            body.put("inwoner", id);
        }
        var nothing = new Asked(null, null, null, null, null);
        return commands.tell(Command.post(path, body, filled.key(), caller))
                .then(
                        _ -> "/historie/inwoners/" + id,
                        wrong -> shown(id, nothing, filled.wrong(wrong), caller, csrf));
    }

    private String shown(UUID id, Asked asked, Filled filled, Caller caller, CsrfToken csrf) {
        var history = histories.person(id, null, null, caller);
        var clocks = clocks(asked, history.facts());
        var looks =
                reveals.all(null, AT_ONCE, caller).looks().stream()
                        .filter(look -> look.person().equals(id))
                        .toList();
        var words = looks.stream().flatMap(look -> words(look, caller).stream()).findFirst();
        var model =
                new Replayed(
                        id,
                        asked,
                        history,
                        history.facts().size(),
                        history.facts().stream()
                                .limit(asked.slid(history.facts().size()))
                                .filter(f -> clocks.includes(f.recordedAt(), f.occurredAt()))
                                .toList(),
                        arounds.around(id, clocks.knownOn(), clocks.asOf(), caller),
                        words.map(HistoryPage::said).orElse(Map.of()),
                        words.map(HistoryPage::named).orElse(Map.of()),
                        difference(id, asked, caller),
                        looks,
                        filled);
        var title = texts.of("historie.van") + " " + model.who(id);
        return screens.show("history", title, model, filled, caller, csrf);
    }

    /** The slider counts facts; a day is over when it ends here. */
    private static Clocks clocks(Asked asked, List<FactAnswer> facts) {
        int slid = asked.slid(facts.size());
        var known = slid == facts.size() ? end(asked.gekendOp()) : facts.get(slid - 1).recordedAt();
        return new Clocks(known, end(asked.zoalsOp()));
    }

    private @Nullable DifferenceAnswer difference(UUID id, Asked asked, Caller caller) {
        return asked.van() == null && asked.tot() == null
                ? null
                : arounds.difference(id, end(asked.van()), end(asked.tot()), caller);
    }

    private static @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : Dates.end(day);
    }

    /** What a look shows, for the two who agreed on it, as long as it is open. */
    private Optional<WordsAnswer> words(RevealAnswer look, Caller caller) {
        try {
            return Optional.of(reveals.words(look.id(), caller));
        } catch (NotThere notHers) {
            return Optional.empty();
        }
    }

    private static Map<Long, List<Spoken>> said(WordsAnswer words) {
        return words.facts().stream()
                .collect(Collectors.toMap(WordsAnswer.Said::position, WordsAnswer.Said::words));
    }

    private static Map<UUID, String> named(WordsAnswer words) {
        return words.names().stream()
                .collect(Collectors.toMap(WordsAnswer.Named::id, WordsAnswer.Named::name));
    }
}

package nl.schakel.query.web;

import java.util.List;
import java.util.UUID;
import nl.schakel.access.NotThere;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.circle.MeEndpoint;
import nl.schakel.query.circle.MeEndpoint.MyParty;
import nl.schakel.query.circle.PartyEndpoint;
import nl.schakel.query.circle.PartyEndpoint.Listed;
import nl.schakel.query.circle.PeopleEndpoint;
import nl.schakel.query.web.frame.Commands;
import nl.schakel.query.web.frame.Filled;
import nl.schakel.query.web.frame.Input;
import nl.schakel.query.web.frame.Input.Choice;
import nl.schakel.query.web.frame.Input.Kind;
import nl.schakel.query.web.frame.Inputs;
import nl.schakel.query.web.frame.Said;
import nl.schakel.query.web.frame.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Verwijzen: the wish first, for whom, to whom, who is known here; and what was said in the same
 * conversation. Nobody has to be brought in on another screen first.
 */
@RestController
public class ReferPage {

    private static final int AT_ONCE = 200;

    private final MeEndpoint me;
    private final PeopleEndpoint people;
    private final PartyEndpoint parties;
    private final Commands commands;
    private final Screens screens;
    private final Texts texts;

    ReferPage(
            MeEndpoint me,
            PeopleEndpoint people,
            PartyEndpoint parties,
            Commands commands,
            Screens screens,
            Texts texts) {
        this.me = me;
        this.people = people;
        this.parties = parties;
        this.commands = commands;
        this.screens = screens;
        this.texts = texts;
    }

    /**
     * The form.
     *
     * @param side for which party
     * @param others for which she could also do it
     * @param asked what must be filled in; who is new stands in {@code newcomer} instead
     * @param said what the person may have said in the same conversation
     */
    public record Form(
            MyParty side,
            List<MyParty> others,
            List<Input> asked,
            List<Input> newcomer,
            List<Input> said,
            Filled filled) {}

    /** What was done, and what was not yet. */
    public record Partly(UUID person, String notYet) {}

    @GetMapping(path = "/verwijzen", produces = Screens.HTML)
    String form(
            @RequestParam @Nullable UUID inwoner, Filled filled, Caller caller, CsrfToken csrf) {
        var about = inwoner == null ? filled : filled.with("inwoner", inwoner.toString());
        return shown(about, caller, csrf);
    }

    @PostMapping(path = "/verwijzen", produces = Screens.HTML)
    ResponseEntity<String> refer(Filled filled, Caller caller, CsrfToken csrf) {
        return switch (new Referring(commands, texts, filled, caller).tell()) {
            case Referring.Asked asked when asked.notYet().isEmpty() ->
                    Said.seeOther("/inwoners/" + asked.person(), asked.position());
            case Referring.Asked asked ->
                    ResponseEntity.ok(
                            screens.show(
                                    "partly",
                                    texts.of("verwijzen.deels"),
                                    new Partly(asked.person(), asked.notYet()),
                                    caller,
                                    csrf));
            case Referring.NotAsked again -> Said.again(shown(again.filled(), caller, csrf));
        };
    }

    private String shown(Filled filled, Caller caller, CsrfToken csrf) {
        var mine = me.me(caller).parties();
        var acting = caller.actor().acting();
        var side =
                mine.stream()
                        .filter(party -> acting == null || party.party().equals(acting.value()))
                        .findFirst()
                        .orElseThrow(NotThere::new);
        var others = mine.stream().filter(party -> !party.equals(side)).toList();
        var directory = parties.parties(null, null, null, null, AT_ONCE, caller).parties();
        var inputs = new Inputs(texts, filled);
        var model =
                new Form(
                        side,
                        others,
                        asked(inputs, side, directory, caller),
                        newcomer(inputs, side, directory),
                        List.of(inputs.may("ja", Kind.TICK), inputs.may("toestemming", Kind.TICK)),
                        filled);
        return screens.show("refer", texts.of("verwijzen.titel"), model, filled, caller, csrf);
    }

    private List<Input> asked(Inputs inputs, MyParty side, List<Listed> directory, Caller caller) {
        var known =
                people.people(null, null, AT_ONCE, caller).people().stream()
                        .map(one -> new Choice(one.person().toString(), one.name()))
                        .toList();
        var others =
                directory.stream()
                        .filter(one -> !one.party().equals(side.party()))
                        .map(
                                one ->
                                        new Choice(
                                                one.party().toString(),
                                                one.name() + ", " + one.neighbourhood()))
                        .toList();
        var team = Nearby.team(parties, side.party(), caller);
        var me = caller.actor().person().value().toString();
        return List.of(
                inputs.of("wens", Kind.WORDS),
                inputs.input("inwoner", Kind.PICK, false, known),
                inputs.choose("naar", Kind.PICK, others),
                inputs.choose("contact", Kind.PICK, team).orChoice(me),
                inputs.of("inwonerWeetHiervan", Kind.TICK));
    }

    private static List<Input> newcomer(Inputs inputs, MyParty side, List<Listed> directory) {
        var here =
                directory.stream()
                        .filter(one -> one.party().equals(side.party()))
                        .map(Listed::neighbourhood)
                        .findFirst()
                        .orElse("");
        return List.of(inputs.may("naam", Kind.LINE), inputs.may("buurt", Kind.LINE).or(here));
    }
}

package nl.schakel.query.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.bell.BellEndpoint;
import nl.schakel.query.bell.BellEndpoint.Concern;
import nl.schakel.query.bell.ContactsEndpoint;
import nl.schakel.query.bell.ContactsEndpoint.Contact;
import nl.schakel.query.bell.ContactsEndpoint.Contacts;
import nl.schakel.query.web.frame.Commands;
import nl.schakel.query.web.frame.Commands.Command;
import nl.schakel.query.web.frame.Filled;
import nl.schakel.query.web.frame.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Aan de bel: two fields, whom it rings by name and number, and what came of it. */
@RestController
public class BellPage {

    private final ContactsEndpoint contacts;
    private final BellEndpoint bells;
    private final Commands commands;
    private final Screens screens;
    private final Texts texts;

    BellPage(
            ContactsEndpoint contacts,
            BellEndpoint bells,
            Commands commands,
            Screens screens,
            Texts texts) {
        this.contacts = contacts;
        this.bells = bells;
        this.commands = commands;
        this.screens = screens;
        this.texts = texts;
    }

    /**
     * The form.
     *
     * @param rings whom to ring now, by name and number: the other side's contacts
     * @param foresight whom it rings, and by when somebody hears it; empty when nobody can say now
     */
    public record Ringing(Contacts about, List<Contact> rings, Foresight foresight, Filled filled) {

        /** Whom it rings first, by name; empty when that is nobody who is known here. */
        public String first() {
            return about.contacts().stream()
                    .filter(one -> foresight.rings(one.who()))
                    .map(one -> one.name() + ", " + one.partyName())
                    .distinct()
                    .collect(Collectors.joining(" + "));
        }
    }

    /** What the side that decides would do with a bell. */
    public record Foresight(
            @JsonProperty("belt") List<Map<String, UUID>> rings,
            @JsonProperty("gehoordVoor") Map<String, Instant> heardBefore) {

        private static final Foresight NONE = new Foresight(List.of(), Map.of());

        boolean rings(UUID person) {
            return rings.stream().anyMatch(one -> person.equals(one.get("wie")));
        }

        /** By when it is heard when it is so urgent; null when nobody can say now. */
        public @Nullable Instant before(String urgency) {
            return heardBefore.get(urgency);
        }
    }

    /** One bell, and what was said of it. */
    public record Rung(Concern bell, boolean mine, Filled filled) {}

    @GetMapping(path = "/inwoners/{id}/bel", produces = Screens.HTML)
    String form(@PathVariable UUID id, Filled filled, Caller caller, CsrfToken csrf) {
        var about = contacts.contacts(id, caller);
        var own = caller.actor().acting();
        var rings =
                about.contacts().stream()
                        .filter(to -> own == null || !to.party().equals(own.value()))
                        .toList();
        var title = texts.of("bel.titel") + " " + about.name();
        var model = new Ringing(about, rings, foresight(id, caller), filled);
        return screens.show("bell", title, model, filled, caller, csrf);
    }

    @PostMapping(path = "/inwoners/{id}/bel", produces = Screens.HTML)
    ResponseEntity<String> ring(
            @PathVariable UUID id, Filled filled, Caller caller, CsrfToken csrf) {
        var body = new HashMap<>(filled.body(List.of("watZieJe", "hoeDringend")));
        body.put("inwoner", id);
        return commands.tell(Command.post("/v1/zorgsignalen", body, filled.key(), caller))
                .then(
                        done -> "/zorgsignalen/" + done.id(),
                        wrong -> form(id, filled.wrong(wrong), caller, csrf));
    }

    @GetMapping(path = "/zorgsignalen/{id}", produces = Screens.HTML)
    String rung(
            @PathVariable UUID id,
            @RequestParam @Nullable Long naPositie,
            Filled filled,
            Caller caller,
            CsrfToken csrf) {
        return shown(id, naPositie, filled, caller, csrf);
    }

    /** That it was heard, or what came of it. */
    @PostMapping(path = "/zorgsignalen/{id}", produces = Screens.HTML)
    ResponseEntity<String> told(
            @PathVariable UUID id,
            @RequestParam String wat,
            Filled filled,
            Caller caller,
            CsrfToken csrf) {
        var path = "/v1/zorgsignalen/" + id + (wat.equals("gehoord") ? "/gehoord" : "/uitkomsten");
        var body = filled.body(List.of("woorden"));
        return commands.tell(Command.post(path, body, filled.key(), caller))
                .then(
                        _ -> "/zorgsignalen/" + id,
                        wrong -> shown(id, null, filled.wrong(wrong), caller, csrf));
    }

    private Foresight foresight(UUID id, Caller caller) {
        var ask =
                Command.post(
                        "/v1/zorgsignalen/vooruitblikken",
                        Map.of("inwoner", id),
                        caller.trace(),
                        caller);
        return commands.ask(ask, Foresight.class).orElse(Foresight.NONE);
    }

    private String shown(
            UUID id, @Nullable Long after, Filled filled, Caller caller, CsrfToken csrf) {
        var bell = bells.concern(id, after, caller);
        var me = caller.actor().person().value();
        var model = new Rung(bell, bell.raiser().id().equals(me), filled);
        var title = texts.of("signaal.titel") + " " + bell.about().name();
        return screens.show("rung", title, model, filled, caller, csrf);
    }
}

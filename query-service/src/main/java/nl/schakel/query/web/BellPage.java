package nl.schakel.query.web;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.bell.BellEndpoint;
import nl.schakel.query.bell.BellEndpoint.Concern;
import nl.schakel.query.bell.ContactsEndpoint;
import nl.schakel.query.bell.ContactsEndpoint.Contact;
import nl.schakel.query.bell.ContactsEndpoint.Contacts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
     * @param filled what was filled in before, by field
     * @param wrong what is wrong with it; null at first
     */
    public record Ringing(
            Contacts about,
            List<Contact> rings,
            Map<String, String> filled,
            Said.@Nullable NotDone wrong) {

        /** What was filled in; nothing at first. */
        public String filled(String field) {
            return filled.getOrDefault(field, "");
        }

        /** What is wrong with a field; null when nothing is. */
        public @Nullable String wrong(String field) {
            return wrong == null ? null : wrong.of(field);
        }
    }

    /** One bell, and what is wrong with what was said of it. */
    public record Rung(Concern bell, boolean mine, Said.@Nullable NotDone wrong) {}

    @GetMapping(path = "/inwoners/{id}/bel", produces = Screens.HTML)
    String form(@PathVariable UUID id, Caller caller, CsrfToken csrf) {
        return form(id, Map.of(), null, caller, csrf);
    }

    @PostMapping(path = "/inwoners/{id}/bel", produces = Screens.HTML)
    ResponseEntity<String> ring(
            @PathVariable UUID id,
            @RequestParam Map<String, String> filled,
            Caller caller,
            CsrfToken csrf) {
        var body = new HashMap<String, Object>();
        body.put("inwoner", id);
        body.put("watZieJe", filled.getOrDefault("watZieJe", ""));
        body.put("hoeDringend", filled.getOrDefault("hoeDringend", ""));
        return switch (commands.tell("/v1/zorgsignalen", body, key(filled), caller)) {
            case Said.Done done -> seeOther("/zorgsignalen/" + done.id(), done);
            case Said.NotDone wrong -> again(form(id, filled, wrong, caller, csrf));
        };
    }

    @GetMapping(path = "/zorgsignalen/{id}", produces = Screens.HTML)
    String rung(
            @PathVariable UUID id,
            @RequestParam @Nullable Long naPositie,
            Caller caller,
            CsrfToken csrf) {
        return rung(id, naPositie, null, caller, csrf);
    }

    @PostMapping(path = "/zorgsignalen/{id}/gehoord", produces = Screens.HTML)
    ResponseEntity<String> heard(
            @PathVariable UUID id,
            @RequestParam Map<String, String> filled,
            Caller caller,
            CsrfToken csrf) {
        return told(id, "/gehoord", Map.of(), filled, caller, csrf);
    }

    @PostMapping(path = "/zorgsignalen/{id}/uitkomst", produces = Screens.HTML)
    ResponseEntity<String> outcome(
            @PathVariable UUID id,
            @RequestParam Map<String, String> filled,
            Caller caller,
            CsrfToken csrf) {
        var words = Map.of("woorden", filled.getOrDefault("woorden", ""));
        return told(id, "/uitkomsten", words, filled, caller, csrf);
    }

    private ResponseEntity<String> told(
            UUID id,
            String what,
            Map<String, ?> body,
            Map<String, String> filled,
            Caller caller,
            CsrfToken csrf) {
        var path = "/v1/zorgsignalen/" + id + what;
        return switch (commands.tell(path, body, key(filled), caller)) {
            case Said.Done done -> seeOther("/zorgsignalen/" + id, done);
            case Said.NotDone wrong -> again(rung(id, null, wrong, caller, csrf));
        };
    }

    private String form(
            UUID id,
            Map<String, String> filled,
            Said.@Nullable NotDone wrong,
            Caller caller,
            CsrfToken csrf) {
        var about = contacts.contacts(id, caller);
        var own = caller.actor().acting();
        var rings =
                about.contacts().stream()
                        .filter(to -> own == null || !to.party().equals(own.value()))
                        .toList();
        var title = texts.of("bel.titel") + " " + about.name();
        return screens.show("bell", title, new Ringing(about, rings, filled, wrong), caller, csrf);
    }

    private String rung(
            UUID id,
            @Nullable Long after,
            Said.@Nullable NotDone wrong,
            Caller caller,
            CsrfToken csrf) {
        var bell = bells.concern(id, after, caller);
        var me = caller.actor().person().value();
        var model = new Rung(bell, bell.raiser().id().equals(me), wrong);
        var title = texts.of("signaal.titel") + " " + bell.about().name();
        return screens.show("rung", title, model, caller, csrf);
    }

    private static String key(Map<String, String> filled) {
        return Objects.requireNonNullElse(filled.get("sleutel"), "");
    }

    private static ResponseEntity<String> again(String page) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(page);
    }

    private static ResponseEntity<String> seeOther(String path, Said.Done done) {
        var there = URI.create(path + "?naPositie=" + done.position());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(there).build();
    }
}

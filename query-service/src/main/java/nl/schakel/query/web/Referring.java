package nl.schakel.query.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.web.frame.Commands;
import nl.schakel.query.web.frame.Commands.Command;
import nl.schakel.query.web.frame.Filled;
import nl.schakel.query.web.frame.Said;

/**
 * One conversation as its facts: somebody brought in if she is new, the question, her yes, her
 * consent. Each has a key of its own, so that a form that is sent again begins where it stopped.
 */
final class Referring {

    /** What a consent that is given in this conversation is about. */
    private static final List<String> CATEGORIES =
            List.of("contactgegevens", "verwijzing", "handleiding");

    private final Commands commands;
    private final Texts texts;
    private final Filled filled;
    private final Caller caller;

    Referring(Commands commands, Texts texts, Filled filled, Caller caller) {
        this.commands = commands;
        this.texts = texts;
        this.filled = filled;
        this.caller = caller;
    }

    /** How far it came. */
    sealed interface Came {}

    /** All of it was done, or all that was asked up to a sentence about what was not. */
    record Asked(UUID person, long position, String notYet) implements Came {}

    /** Nothing was asked; who is new may have been brought in, and is filled in then. */
    record NotAsked(Filled filled) implements Came {}

    Came tell() {
        if (!filled.of("inwoner").isEmpty()) {
            return asking(filled, filled.of("inwoner"));
        }
        if (filled.of("naam").isEmpty()) {
            return asking(filled, "");
        }
        return switch (told("bekend", "/v1/inwoners", newcomer())) {
            case Said.Done done ->
                    asking(filled.with("inwoner", "" + done.id()).with("naam", ""), "" + done.id());
            case Said.NotDone wrong -> new NotAsked(filled.wrong(wrong));
        };
    }

    private Map<String, Object> newcomer() {
        var body = new HashMap<>(filled.body(List.of("naam", "buurt")));
        body.put("roepnaam", filled.of("naam").split("\\s+", 2)[0]);
        return body;
    }

    private Came asking(Filled now, String person) {
        var body =
                new HashMap<>(now.body(List.of("inwoner", "naar", "wens", "contact", "vervanger")));
        body.put("inwonerWeetHiervan", !now.of("inwonerWeetHiervan").isEmpty());
        return switch (told("vraag", "/v1/verwijzingen", body)) {
            case Said.Done done -> said(done, UUID.fromString(person));
            case Said.NotDone wrong -> new NotAsked(now.wrong(wrong));
        };
    }

    private Came said(Said.Done asked, UUID person) {
        long position = asked.position();
        if (!filled.of("ja").isEmpty()) {
            var path = "/v1/verwijzingen/" + asked.id() + "/ja-van-inwoner";
            switch (told("ja", path, Map.of("gemeldDoor", person))) {
                case Said.Done done -> position = done.position();
                case Said.NotDone wrong -> {
                    return new Asked(person, position, wrong.detail());
                }
            }
        }
        if (!filled.of("toestemming").isEmpty()) {
            switch (told(
                    "toestemming", "/v1/inwoners/" + person + "/toestemmingen", consent(person))) {
                case Said.Done done -> position = done.position();
                case Said.NotDone wrong -> {
                    return new Asked(person, position, wrong.detail());
                }
            }
        }
        return new Asked(person, position, "");
    }

    private Map<String, Object> consent(UUID person) {
        return Map.of(
                "ontvanger",
                filled.of("naar"),
                "gegevens",
                CATEGORIES,
                "doel",
                texts.of("verwijzen.doel"),
                "gemeldDoor",
                person);
    }

    private Said told(String part, String path, Map<String, ?> body) {
        return commands.tell(Command.post(path, body, filled.key() + "-" + part, caller));
    }
}

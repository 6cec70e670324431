package nl.schakel.query.web;

import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.circle.PeopleEndpoint;
import nl.schakel.query.circle.PeopleEndpoint.People;
import nl.schakel.query.web.frame.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inwoners: everyone whose path is there for who asks, so that nobody has to wait for a task. */
@RestController
public class PeoplePage {

    private static final int AT_ONCE = 50;

    private final PeopleEndpoint people;
    private final Screens screens;
    private final Texts texts;

    PeoplePage(PeopleEndpoint people, Screens screens, Texts texts) {
        this.people = people;
        this.screens = screens;
        this.texts = texts;
    }

    @GetMapping(path = "/inwoners", produces = Screens.HTML)
    String people(@RequestParam @Nullable Long na, Caller caller, CsrfToken csrf) {
        People known = people.people(null, na, AT_ONCE, caller);
        return screens.show("people", texts.of("inwoners.titel"), known, caller, csrf);
    }
}

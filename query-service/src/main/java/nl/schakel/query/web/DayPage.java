package nl.schakel.query.web;

import java.util.List;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.bell.BellEndpoint;
import nl.schakel.query.bell.BellEndpoint.Concern;
import nl.schakel.query.circle.MeEndpoint;
import nl.schakel.query.circle.MeEndpoint.Me;
import nl.schakel.query.worklist.WorklistEndpoint;
import nl.schakel.query.worklist.WorklistEndpoint.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mijn dag: open bells first, then what waits for me or for us. */
@RestController
public class DayPage {

    private static final int AT_ONCE = 50;

    private final MeEndpoint me;
    private final WorklistEndpoint worklist;
    private final BellEndpoint bells;
    private final Screens screens;
    private final Texts texts;

    DayPage(
            MeEndpoint me,
            WorklistEndpoint worklist,
            BellEndpoint bells,
            Screens screens,
            Texts texts) {
        this.me = me;
        this.worklist = worklist;
        this.bells = bells;
        this.screens = screens;
        this.texts = texts;
    }

    /**
     * What stands on it.
     *
     * @param next where the next page of what waits begins; null when this is all
     */
    public record Day(Me me, List<Concern> bells, List<Item> items, @Nullable String next) {

        /** Whether a path is about her: she is here for herself, not for a party. */
        public boolean known() {
            return me.parties().isEmpty();
        }
    }

    @GetMapping(path = "/", produces = Screens.HTML)
    String day(@RequestParam @Nullable Long na, Caller caller, CsrfToken csrf) {
        var waits = worklist.worklist(null, na, AT_ONCE, caller);
        var open = bells.concerns("open", null, null, AT_ONCE, caller).concerns();
        var day = new Day(me.me(caller), open, waits.items(), waits.next());
        return screens.show("day", texts.of("dag.titel"), day, caller, csrf);
    }
}

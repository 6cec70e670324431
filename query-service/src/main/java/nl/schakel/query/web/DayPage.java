package nl.schakel.query.web;

import java.util.List;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.party.Role;
import nl.schakel.query.bell.BellEndpoint;
import nl.schakel.query.bell.BellEndpoint.Concern;
import nl.schakel.query.circle.MeEndpoint;
import nl.schakel.query.circle.MeEndpoint.Me;
import nl.schakel.query.path.PathEndpoint;
import nl.schakel.query.web.frame.Screens;
import nl.schakel.query.worklist.AgendaEndpoint;
import nl.schakel.query.worklist.AgendaEndpoint.Planned;
import nl.schakel.query.worklist.WorklistEndpoint;
import nl.schakel.query.worklist.WorklistEndpoint.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mijn dag: open bells first, then today's visits, then what waits for me or for us. */
@RestController
public class DayPage {

    private static final int AT_ONCE = 50;
    private static final int TOLD = 3;
    private static final String AUDITOR = Dutch.of(Role.AUDITOR);

    private final MeEndpoint me;
    private final WorklistEndpoint worklist;
    private final BellEndpoint bells;
    private final AgendaEndpoint agenda;
    private final PathEndpoint paths;
    private final Screens screens;
    private final Texts texts;

    DayPage(
            MeEndpoint me,
            WorklistEndpoint worklist,
            BellEndpoint bells,
            AgendaEndpoint agenda,
            PathEndpoint paths,
            Screens screens,
            Texts texts) {
        this.me = me;
        this.worklist = worklist;
        this.bells = bells;
        this.agenda = agenda;
        this.paths = paths;
        this.screens = screens;
        this.texts = texts;
    }

    /**
     * What stands on it.
     *
     * @param known whether a path is about her
     * @param told bells that she rang and of which she can read what came
     * @param visits first visits of today
     * @param next where the next page of what waits begins; null when this is all
     */
    public record Day(
            Me me,
            boolean known,
            List<Concern> bells,
            List<Concern> told,
            List<Planned> visits,
            List<Item> items,
            @Nullable String next) {

        /** Whether she replays histories. */
        public boolean replays() {
            return me.parties().stream().anyMatch(party -> party.roles().contains(AUDITOR));
        }

        /** Whether she brings people to others, in the name of a party. */
        public boolean refers() {
            return !replays() && !me.parties().isEmpty();
        }
    }

    @GetMapping(path = "/", produces = Screens.HTML)
    String day(@RequestParam @Nullable Long na, Caller caller, CsrfToken csrf) {
        var waits = worklist.worklist(null, na, AT_ONCE, caller);
        var open = bells.concerns("open", null, null, AT_ONCE, caller).concerns();
        var visits = agenda.agenda(null, null, null, null, AT_ONCE, caller).visits();
        var mine = me.me(caller);
        boolean known = mine.parties().isEmpty() && known(mine, caller);
        var day =
                new Day(
                        mine,
                        known,
                        open,
                        bells.answered(TOLD, caller),
                        visits,
                        besides(open, waits.items()),
                        waits.next());
        return screens.show("day", texts.of("dag.titel"), day, caller, csrf);
    }

    /** What waits besides the bells, which stand there already. */
    private static List<Item> besides(List<Concern> bells, List<Item> items) {
        return items.stream()
                .filter(item -> bells.stream().noneMatch(bell -> bell.id().equals(item.object())))
                .toList();
    }

    private boolean known(Me mine, Caller caller) {
        try {
            return !paths.path(mine.person(), null, null, null, caller).moments().isEmpty();
        } catch (NotThere nobody) {
            return false;
        }
    }
}

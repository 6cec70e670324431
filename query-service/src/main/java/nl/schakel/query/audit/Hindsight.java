package nl.schakel.query.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.access.Circle;
import nl.schakel.access.Roster;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.ledger.Clocks;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.query.course.Bell;

/** Who stood around a person at a moment that is past, by the same folds as live. */
final class Hindsight {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final LedgerReader reader;

    Hindsight(LedgerReader reader) {
        this.reader = reader;
    }

    /**
     * What stood around a person.
     *
     * @param circle with its consents, releases and contacts
     * @param sights who could see what
     */
    record Around(Circle circle, List<Sight> sights) {}

    /** Around this person on these clocks; consents count on the earlier day, or today. */
    Around around(PersonId person, Clocks clocks, Instant now) {
        var facts = clocks.of(reader.person(person, 0));
        var circle = Circle.NOBODY;
        var bells = new LinkedHashMap<ConcernId, Bell>();
        for (var recorded : facts) {
            circle = Circle.evolve(circle, recorded.fact());
            if (recorded.fact() instanceof ConcernEvent fact) {
                bells.put(fact.concern(), Bell.evolve(bells.get(fact.concern()), fact));
            }
        }
        var day = day(clocks, now).atZone(HERE).toLocalDate();
        return new Around(
                circle, Sight.of(person, circle, rosters(circle, clocks), bells.values(), day));
    }

    private Map<PartyId, Roster> rosters(Circle circle, Clocks clocks) {
        var rosters = new LinkedHashMap<PartyId, Roster>();
        for (var party : circle.parties()) {
            var roster = Roster.UNKNOWN;
            for (var recorded : clocks.of(reader.stream(party.stream(), -1))) {
                roster = Roster.evolve(roster, (PartyEvent) recorded.fact());
            }
            rosters.put(party, roster);
        }
        return rosters;
    }

    private static Instant day(Clocks clocks, Instant now) {
        var known = Optional.ofNullable(clocks.knownOn()).orElse(now);
        var asOf = Optional.ofNullable(clocks.asOf()).orElse(now);
        var earlier = known.isBefore(asOf) ? known : asOf;
        return earlier.isBefore(now) ? earlier : now;
    }
}

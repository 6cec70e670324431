package nl.schakel.query.circle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.Account;
import nl.schakel.access.Actor;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.Members;
import nl.schakel.access.NotThere;
import nl.schakel.access.Roster;
import nl.schakel.events.AccountId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.query.circle.CircleProjection.AccountView;
import nl.schakel.query.circle.CircleProjection.CircleView;
import nl.schakel.query.circle.CircleProjection.RosterView;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Rows;

/** Asks who stands around a person; answers only when the last fact about her was taken in. */
public final class Circles implements Members {

    private final Rows rows;
    private final Fresh fresh;

    Circles(Rows rows, Fresh fresh) {
        this.rows = rows;
        this.fresh = fresh;
    }

    @Override
    public Optional<Actor> behind(AccountId account, boolean administrator) {
        fresh.must(CircleProjection.ACCOUNT, account);
        var person =
                rows.one(
                                Set.of(account.value()),
                                CircleProjection.ACCOUNT,
                                account.value(),
                                AccountView.class)
                        .map(AccountView::bound)
                        .map(Account::person);
        if (person.isEmpty()) {
            return administrator ? Optional.of(Actor.administrator(account)) : Optional.empty();
        }
        return person.map(known -> new Actor(known, own(known).memberships(), null, administrator));
    }

    /**
     * Who stands around a person, for an actor who may see her path; throws {@link NotThere}
     * otherwise.
     */
    public Circle around(PersonId person, Actor actor) {
        fresh.must(CircleProjection.CIRCLE, person);
        actor.parties().forEach(party -> fresh.must(CircleProjection.ROSTER, party));
        var circle =
                rows.one(
                                Rows.keys(actor),
                                CircleProjection.CIRCLE,
                                person.value(),
                                CircleView.class)
                        .map(CircleView::circle)
                        .orElse(Circle.NOBODY);
        May.require(May.see(actor, person, circle));
        return circle;
    }

    /** What parties are called, and who belongs to them. */
    public Map<UUID, Roster> rosters(Set<PartyId> parties, Actor actor) {
        var keys = parties.stream().map(PartyId::value).toList();
        var found = rows.some(Rows.keys(actor), CircleProjection.ROSTER, keys, RosterView.class);
        var rosters = new HashMap<UUID, Roster>();
        found.forEach((party, view) -> rosters.put(party, view.roster()));
        return rosters;
    }

    private Circle own(PersonId person) {
        fresh.must(CircleProjection.CIRCLE, person);
        return rows.one(
                        Set.of(person.value()),
                        CircleProjection.CIRCLE,
                        person.value(),
                        CircleView.class)
                .map(CircleView::circle)
                .orElse(Circle.NOBODY);
    }
}

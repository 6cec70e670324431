package nl.schakel.command.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import nl.schakel.access.Account;
import nl.schakel.access.Actor;
import nl.schakel.access.Circle;
import nl.schakel.access.Members;
import nl.schakel.access.NotThere;
import nl.schakel.access.Roster;
import nl.schakel.events.AccountId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.account.AccountEvent;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;

/** What a rule needs of other histories: folded from the ledger, never older than its last fact. */
public final class Lookups implements Members {

    private static final long KEPT = 20_000;

    private final LedgerReader reader;
    private final Cache<PersonId, Kept<Circle>> circles =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<PartyId, Kept<Roster>> rosters =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Kept<S>(S state, long version, long position) {}

    /** Looks things up in this ledger. */
    public Lookups(LedgerReader reader) {
        this.reader = reader;
    }

    /** Who stands around a person now. */
    public Circle circle(PersonId person) {
        var kept =
                Optional.ofNullable(circles.getIfPresent(person))
                        .orElse(new Kept<>(Circle.NOBODY, 0, 0));
        if (reader.lastOf(person) == kept.position()) {
            return kept.state();
        }
        var circle = kept.state();
        var facts = reader.person(person, kept.position());
        for (var recorded : facts) {
            circle = Circle.evolve(circle, recorded.fact());
        }
        circles.put(person, new Kept<>(circle, 0, facts.getLast().position()));
        return circle;
    }

    /** Who belongs to a party now; throws {@link NotThere} when it takes no part. */
    public Roster roster(PartyId party) {
        var kept =
                Optional.ofNullable(rosters.getIfPresent(party))
                        .orElse(new Kept<>(Roster.UNKNOWN, 0, 0));
        if (reader.versionOf(party.stream()) > kept.version()) {
            var facts = reader.stream(party.stream(), kept.version() - 1);
            var roster = kept.state();
            for (var recorded : facts) {
                roster = Roster.evolve(roster, (PartyEvent) recorded.fact());
            }
            kept = new Kept<>(roster, facts.getLast().sequence() + 1, facts.getLast().position());
            rosters.put(party, kept);
        }
        if (!kept.state().joined()) {
            throw new NotThere();
        }
        return kept.state();
    }

    /** Which version of the guide the fact at this position wrote. */
    public int guideVersionAt(PersonId person, long position) {
        return reader.at(position)
                .map(Recorded::fact)
                .filter(
                        fact ->
                                fact instanceof PersonEvent.GuideWritten
                                        && person.equals(fact.person()))
                .map(fact -> ((PersonEvent.GuideWritten) fact).version())
                .orElseThrow(NotThere::new);
    }

    /** The people of these parties, and who stands in for whom on that day. */
    public Team team(LocalDate day, PartyId... parties) {
        var members = new LinkedHashSet<PersonId>();
        for (var party : parties) {
            members.addAll(roster(party).members().keySet());
        }
        var standIns = new HashMap<PersonId, PersonId>();
        for (var member : members) {
            circle(member).standIn(day).ifPresent(standIn -> standIns.put(member, standIn));
        }
        return new Team(members, standIns);
    }

    /** Who is behind a login now; empty when it is bound to nobody. */
    public Account account(AccountId account) {
        var now = Account.UNBOUND;
        for (var recorded : reader.stream(account.stream(), -1)) {
            now = Account.evolve(now, (AccountEvent) recorded.fact());
        }
        return now;
    }

    @Override
    public Optional<Actor> behind(AccountId account, boolean administrator) {
        var person = account(account).person();
        if (person == null) {
            return administrator ? Optional.of(Actor.administrator(account)) : Optional.empty();
        }
        return Optional.of(new Actor(person, circle(person).memberships(), null, administrator));
    }
}

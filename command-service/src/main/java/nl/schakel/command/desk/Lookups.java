package nl.schakel.command.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import nl.schakel.access.Account;
import nl.schakel.access.Actor;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.Members;
import nl.schakel.access.NotThere;
import nl.schakel.access.Roster;
import nl.schakel.events.AccountId;
import nl.schakel.events.Fact;
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
    private final Cache<AccountId, Kept<Account>> accounts =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** A state, and the last number of what it was folded from: a position or a sequence number. */
    private record Kept<S>(S state, long until) {}

    /** Looks things up in this ledger. */
    public Lookups(LedgerReader reader) {
        this.reader = reader;
    }

    /** Who stands around a person now. */
    public Circle circle(PersonId person) {
        return now(
                circles,
                person,
                new Kept<>(Circle.NOBODY, 0),
                until -> reader.person(person, until),
                Recorded::position,
                Circle::evolve);
    }

    /** Who belongs to a party now; throws {@link NotThere} when it takes no part. */
    public Roster roster(PartyId party) {
        var roster =
                now(
                        rosters,
                        party,
                        new Kept<>(Roster.UNKNOWN, -1),
                        until -> reader.stream(party.stream(), until),
                        Recorded::sequence,
                        (before, fact) -> Roster.evolve(before, (PartyEvent) fact));
        May.require(roster.joined());
        return roster;
    }

    /** Who is behind a login now; empty when it is bound to nobody. */
    public Account account(AccountId account) {
        return now(
                accounts,
                account,
                new Kept<>(Account.UNBOUND, -1),
                until -> reader.stream(account.stream(), until),
                Recorded::sequence,
                (before, fact) -> Account.evolve(before, (AccountEvent) fact));
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

    @Override
    public Optional<Actor> behind(AccountId account, boolean administrator) {
        var person = account(account).person();
        if (person == null) {
            return administrator ? Optional.of(Actor.administrator(account)) : Optional.empty();
        }
        return Optional.of(new Actor(person, circle(person).memberships(), null, administrator));
    }

    /** One question: only what came since is read, and what it changes is kept. */
    private static <K, S> S now(
            Cache<K, Kept<S>> cache,
            K key,
            Kept<S> initial,
            LongFunction<List<Recorded>> since,
            ToLongFunction<Recorded> number,
            BiFunction<S, Fact, S> evolve) {
        var kept = Optional.ofNullable(cache.getIfPresent(key)).orElse(initial);
        var facts = since.apply(kept.until());
        if (facts.isEmpty()) {
            return kept.state();
        }
        var state = kept.state();
        for (var recorded : facts) {
            state = evolve.apply(state, recorded.fact());
        }
        cache.put(key, new Kept<>(state, number.applyAsLong(facts.getLast())));
        return state;
    }
}

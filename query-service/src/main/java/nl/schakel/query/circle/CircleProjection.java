package nl.schakel.query.circle;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.access.Account;
import nl.schakel.access.Circle;
import nl.schakel.access.Roster;
import nl.schakel.events.Id;
import nl.schakel.events.PersonId;
import nl.schakel.events.account.AccountEvent;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.query.runtime.KeptView;
import nl.schakel.query.runtime.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps who stands around whom, who belongs where, and who is behind a login. */
@Configuration
class CircleProjection {

    static final String CIRCLE = "circle";
    static final String ROSTER = "roster";
    static final String ACCOUNT = "account";

    /** A person's circle, seen by herself, her parties, and whoever her path names. */
    record CircleView(PersonId person, Circle circle) implements View {

        @Override
        public Set<UUID> visibleTo() {
            var all = new LinkedHashSet<UUID>();
            all.add(person.value());
            Stream.concat(circle.parties().stream(), circle.memberships().keySet().stream())
                    .map(Id::value)
                    .forEach(all::add);
            circle.referrals().values().stream()
                    .flatMap(ring -> ring.everyone().stream())
                    .map(Id::value)
                    .forEach(all::add);
            return all;
        }
    }

    /** A party's roster; what a party is called is public to every known caller. */
    record RosterView(Roster roster) implements View {

        @Override
        public Set<UUID> visibleTo() {
            return roster.members().keySet().stream().map(Id::value).collect(Collectors.toSet());
        }
    }

    /** A login, seen by who logs in with it. */
    record AccountView(UUID account, Account bound) implements View {

        @Override
        public Set<UUID> visibleTo() {
            return Set.of(account);
        }
    }

    @Bean
    KeptView<CircleView> circle() {
        return new KeptView<>(
                CIRCLE,
                CircleView.class,
                new CircleView(PersonId.CLOCK, Circle.NOBODY),
                Fold.ALL_KINDS,
                fact -> fact.person() != null,
                Fold.Order.PERSON,
                Recorded::key,
                (view, recorded) ->
                        new CircleView(
                                new PersonId(recorded.key()),
                                Circle.evolve(view.circle(), recorded.fact())));
    }

    @Bean
    KeptView<RosterView> roster() {
        return new KeptView<>(
                ROSTER,
                RosterView.class,
                new RosterView(Roster.UNKNOWN),
                Set.of("party"),
                PartyEvent.class::isInstance,
                Fold.Order.HISTORY,
                CircleProjection::stream,
                (view, recorded) ->
                        new RosterView(Roster.evolve(view.roster(), (PartyEvent) recorded.fact())));
    }

    @Bean
    KeptView<AccountView> account() {
        return new KeptView<>(
                ACCOUNT,
                AccountView.class,
                new AccountView(new UUID(0, 0), Account.UNBOUND),
                Set.of("account"),
                AccountEvent.class::isInstance,
                Fold.Order.HISTORY,
                CircleProjection::stream,
                (view, recorded) ->
                        new AccountView(
                                recorded.stream().id(),
                                Account.evolve(view.bound(), (AccountEvent) recorded.fact())));
    }

    private static UUID stream(Recorded recorded) {
        return recorded.stream().id();
    }
}

package nl.schakel.command.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.access.Ring;
import nl.schakel.access.body.Invalid;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.vault.Scopes;
import org.jspecify.annotations.Nullable;

/** Finds the referral that a request names, if it is there for who asks. */
public final class Involvement {

    private static final long KEPT = 20_000;

    private final LedgerReader reader;
    private final Lookups lookups;
    private final Cache<ReferralId, PersonId> persons =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Finds referrals in this ledger. */
    public Involvement(LedgerReader reader, Lookups lookups) {
        this.reader = reader;
        this.lookups = lookups;
    }

    /** A referral, for whom it is, and who stands around it. */
    public record At(ReferralId referral, PersonId person, Ring ring) {

        /** A text about the person, sealed in the scope of this referral. */
        public Sealed seal(Draft draft, String field, String text) {
            return draft.seal(person, Scopes.of(referral), field, text);
        }

        /** The same, or null when there is no text. */
        public @Nullable Sealed sealed(Draft draft, String field, @Nullable String text) {
            return draft.sealed(person, Scopes.of(referral), field, text);
        }
    }

    /**
     * The referral with this id; throws {@link NotThere} when it is not there, or not for this
     * actor.
     */
    public At in(UUID id, Actor actor) {
        var at = find(new ReferralId(id)).orElseThrow(NotThere::new);
        May.require(May.see(actor, at.person(), at.ring()));
        return at;
    }

    /**
     * About whom something is that names a referral or a person; one of the two is needed. Throws
     * {@link NotThere} when either is not there for this actor, or they are not about the same.
     */
    public PersonId about(@Nullable UUID referral, @Nullable UUID named, Actor actor) {
        if (referral != null) {
            var at = in(referral, actor);
            May.require(named == null || at.person().value().equals(named));
            return at.person();
        }
        if (named == null) {
            throw new Invalid("verwijzing", "verplicht");
        }
        var person = new PersonId(named);
        May.require(May.see(actor, person, lookups.circle(person)));
        return person;
    }

    /** The referral itself, whoever asks. */
    public Optional<At> find(ReferralId referral) {
        return person(referral).map(person -> new At(referral, person, ring(referral, person)));
    }

    /** For whom a referral is, which its first fact says and no later one changes. */
    private Optional<PersonId> person(ReferralId referral) {
        var known = persons.getIfPresent(referral);
        if (known != null) {
            return Optional.of(known);
        }
        var asked = reader.stream(referral.stream(), -1, 1).stream().findFirst();
        var person = asked.map(first -> Objects.requireNonNull(first.fact().person()));
        person.ifPresent(found -> persons.put(referral, found));
        return person;
    }

    private Ring ring(ReferralId referral, PersonId person) {
        return Objects.requireNonNull(lookups.circle(person).referrals().get(referral));
    }
}

package nl.schakel.query.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.access.edge.Stopped;
import nl.schakel.events.AccountId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.folds.Folds;
import org.jspecify.annotations.Nullable;

/**
 * Nothing personal is opened before its view has taken in the last fact: a withdrawal holds on the
 * very next read.
 */
public final class Fresh {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Folds folds;
    private final LedgerReader reader;

    /** Waits for these folds of this ledger. */
    public Fresh(Folds folds, LedgerReader reader) {
        this.folds = folds;
        this.reader = reader;
    }

    /**
     * Waits for a view that decides what may be opened; 503 when it cannot be told in two seconds.
     */
    public void must(String fold, PersonId person) {
        level(fold, person.value(), reader.lastOf(person));
    }

    /** The same for what a party's own history decides. */
    public void must(String fold, PartyId party) {
        level(fold, party.value(), reader.lastOf(party.stream()));
    }

    /**
     * The same for a referral; of one that is not there it asks as much, so that nobody can tell.
     */
    public void must(String fold, ReferralId referral) {
        var nobody = new PersonId(referral.value());
        var person =
                reader.stream(referral.stream(), -1, 1).stream()
                        .map(asked -> Objects.requireNonNull(asked.fact().person()))
                        .findFirst();
        must(fold, person.orElse(nobody));
    }

    /** The same for a login. */
    public void must(String fold, AccountId account) {
        reader.stream(account.stream(), -1, 1)
                .forEach(bound -> level(fold, account.value(), bound.position()));
    }

    /** Waits for a view that shows; tells since when it stands still, if it does. */
    public Optional<Instant> shown(String fold, PersonId person) {
        var taken = folds.taken(fold, person.value());
        if (taken.parkedSince().isPresent()) {
            return taken.parkedSince();
        }
        must(fold, person);
        return Optional.empty();
    }

    /**
     * Waits until a position that a command answered has been taken in; 504 when it has not in two
     * seconds.
     */
    public void since(String fold, @Nullable Long position) {
        if (position == null || position <= 0) {
            return;
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        Optional<Recorded> recorded = reader.at(position);
        while (recorded.isEmpty() && System.nanoTime() < until) {
            folds.await(fold, new UUID(0, 0), Long.MAX_VALUE, Duration.ofMillis(50));
            recorded = reader.at(position);
        }
        var left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        if (recorded.isEmpty() || !folds.await(fold, recorded.get(), left)) {
            throw Stopped.tooLate();
        }
    }

    private void level(String fold, UUID key, long position) {
        if (!folds.await(fold, key, position, PATIENCE)) {
            throw Stopped.away();
        }
    }
}

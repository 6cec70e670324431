package nl.schakel.query.course;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.concern.KnownContact;
import nl.schakel.events.concern.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * How far one bell is.
 *
 * @param concern which one
 * @param about whom
 * @param referral beside which referral, if any
 * @param words what the raiser saw
 * @param urgency in her eyes
 * @param raiser who raised it, for {@code raisingParty} unless for herself
 * @param raisedAt when
 * @param now where it rings now; empty when there is nobody
 * @param heardBefore by when somebody hears it
 * @param rung everyone whom it rang so far
 * @param heardBy the human who heard it, if one did
 * @param heardAt when
 * @param outcome what came of it, if told
 */
public record Bell(
        ConcernId concern,
        PersonId about,
        @Nullable ReferralId referral,
        Sealed words,
        Urgency urgency,
        PersonId raiser,
        @Nullable PartyId raisingParty,
        Instant raisedAt,
        List<KnownContact> now,
        @Nullable Instant heardBefore,
        Set<KnownContact> rung,
        @Nullable PersonId heardBy,
        @Nullable Instant heardAt,
        @Nullable Sealed outcome) {

    /** The bell after one more fact; {@code null} stands before anybody rang. */
    public static Bell evolve(@Nullable Bell bell, ConcernEvent fact) {
        return fact instanceof ConcernEvent.ConcernRaised raised
                ? raised(raised)
                : Objects.requireNonNull(bell).after(fact);
    }

    /** Who may read the words: the raiser, whoever was rung, and who heard it (rule 25). */
    public Set<PersonId> readers() {
        var all =
                rung.stream()
                        .map(KnownContact::person)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        all.add(raiser);
        if (heardBy != null) {
            all.add(heardBy);
        }
        return all;
    }

    /** The parties of whoever was rung: a colleague may hear it in their name. */
    public Set<PartyId> rungParties() {
        return rung.stream().map(KnownContact::party).collect(Collectors.toSet());
    }

    /** For whom the raiser waits, and for what. */
    public List<Turn> waits() {
        if (heardBy == null) {
            return now.stream()
                    .map(
                            contact ->
                                    new Turn(
                                            contact.person(),
                                            contact.party(),
                                            What.HEAR_CONCERN,
                                            raisedAt,
                                            concern.value()))
                    .toList();
        }
        return outcome == null && heardAt != null
                ? List.of(
                        new Turn(heardBy, null, What.OUTCOME_OF_CONCERN, heardAt, concern.value()))
                : List.of();
    }

    private Bell after(ConcernEvent fact) {
        return switch (fact) {
            case ConcernEvent.ConcernRaised _ -> this;
            case ConcernEvent.ContactRung r -> rang(r.rung().contacts(), r.heardBefore());
            case ConcernEvent.NobodyToRing nobody -> rang(List.of(), nobody.lookAgainAt());
            case ConcernEvent.ConcernHeard heard ->
                    new Bell(
                            concern,
                            about,
                            referral,
                            words,
                            urgency,
                            raiser,
                            raisingParty,
                            raisedAt,
                            now,
                            heardBefore,
                            rung,
                            heard.by().who(),
                            heard.by().occurredAt(),
                            outcome);
            case ConcernEvent.OutcomeTold told ->
                    new Bell(
                            concern,
                            about,
                            referral,
                            words,
                            urgency,
                            raiser,
                            raisingParty,
                            raisedAt,
                            now,
                            heardBefore,
                            rung,
                            heardBy,
                            heardAt,
                            told.words());
        };
    }

    private Bell rang(List<KnownContact> contacts, Instant before) {
        var all = new LinkedHashSet<>(rung);
        all.addAll(contacts);
        return new Bell(
                concern,
                about,
                referral,
                words,
                urgency,
                raiser,
                raisingParty,
                raisedAt,
                contacts,
                before,
                all,
                heardBy,
                heardAt,
                outcome);
    }

    private static Bell raised(ConcernEvent.ConcernRaised r) {
        return new Bell(
                r.concern(),
                r.about(),
                r.referral(),
                r.words(),
                r.urgency(),
                r.by().who(),
                r.by().party(),
                r.by().occurredAt(),
                List.of(),
                null,
                Set.of(),
                null,
                null,
                null);
    }
}

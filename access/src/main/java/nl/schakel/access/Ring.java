package nl.schakel.access;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.person.Category;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.referral.ReferralEvent;
import org.jspecify.annotations.Nullable;

/**
 * Who stands around one referral of a person: two parties, each with a known contact.
 *
 * @param from the asking party
 * @param to the receiving party
 * @param contact the known contact of the asking party
 * @param substitute who stands in there, if anyone
 * @param host the known contact of the receiving party, from the welcome on
 * @param hostSubstitute who stands in there, if anyone
 * @param named others whom the path names: who goes along, whom to ring on the way back
 * @param yes whether the person said yes
 * @param phase how far it is
 */
public record Ring(
        PartyId from,
        PartyId to,
        PersonId contact,
        @Nullable PersonId substitute,
        @Nullable PersonId host,
        @Nullable PersonId hostSubstitute,
        Set<PersonId> named,
        boolean yes,
        Phase phase) {

    /** How far a referral is, as far as access is concerned. */
    public enum Phase {
        /** Asked, without both yeses. */
        ASKED,
        /** Both the receiver and the person said yes. */
        STARTED,
        /** Ended, so that what was lent until the end is over. */
        ENDED
    }

    /** Both parties, the asking one first. */
    public Set<PartyId> parties() {
        var both = new LinkedHashSet<PartyId>();
        both.add(from);
        both.add(to);
        return both;
    }

    /** The other party; the asking one for who stands at neither side. */
    public PartyId across(@Nullable PartyId party) {
        return from.equals(party) ? to : from;
    }

    /** The known contact of a party on this referral, then its substitute. */
    public Stream<PersonId> contactsOf(PartyId party) {
        return (from.equals(party)
                        ? Stream.of(contact, substitute)
                        : Stream.of(host, hostSubstitute))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** Everyone whom this referral names on either side. */
    public Set<PersonId> everyone() {
        var all = new LinkedHashSet<>(named);
        all.add(contact);
        Stream.of(substitute, host, hostSubstitute).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    /** Whether this referral names that person on either side. */
    public boolean names(PersonId person) {
        return everyone().contains(person);
    }

    static Circle.Consent consent(PersonEvent.ConsentGiven given) {
        return new Circle.Consent(
                given.recipient(), given.categories().contains(Category.GUIDE), given.until());
    }

    /** The ring after one more fact; {@code null} stands before the question. */
    static Ring evolve(@Nullable Ring ring, ReferralEvent fact) {
        if (fact instanceof ReferralEvent.ReferralAsked a) {
            return new Ring(
                    a.from(),
                    a.to(),
                    a.contact(),
                    a.substitute(),
                    null,
                    null,
                    Set.of(),
                    false,
                    Phase.ASKED);
        }
        if (ring == null) {
            throw new IllegalStateException("no question came before " + fact.stream());
        }
        return switch (fact) {
            case ReferralEvent.PersonSaidYes _ -> ring.agreed();
            case ReferralEvent.Welcomed w -> ring.welcomed(w.contact(), w.substitute());
            case ReferralEvent.NotNowSaid _ -> ring.phase(Phase.ENDED);
            case ReferralEvent.FirstVisitPromised p -> ring.naming(p.companion());
            case ReferralEvent.FirstVisitMoved m -> ring.naming(m.companion());
            case ReferralEvent.LettingGoProposed l -> ring.naming(l.wayBack());
            default -> ring;
        };
    }

    private Ring agreed() {
        return new Ring(
                from,
                to,
                contact,
                substitute,
                host,
                hostSubstitute,
                named,
                true,
                host == null ? phase : Phase.STARTED);
    }

    private Ring welcomed(PersonId host, @Nullable PersonId hostSubstitute) {
        return new Ring(
                from,
                to,
                contact,
                substitute,
                host,
                hostSubstitute,
                named,
                yes,
                yes ? Phase.STARTED : phase);
    }

    private Ring phase(Phase now) {
        return new Ring(from, to, contact, substitute, host, hostSubstitute, named, yes, now);
    }

    private Ring naming(PersonId person) {
        var all = new LinkedHashSet<>(named);
        all.add(person);
        return new Ring(from, to, contact, substitute, host, hostSubstitute, all, yes, phase);
    }
}

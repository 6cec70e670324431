package nl.schakel.command.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.access.Circle;
import nl.schakel.access.Ring;
import nl.schakel.command.concern.Ladder.Side;
import nl.schakel.command.desk.Lookups;
import nl.schakel.command.desk.Voice;
import nl.schakel.command.desk.WorkingHours;
import nl.schakel.command.runtime.Settings.Defaults;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.concern.ConcernEvent.ConcernRaised;
import nl.schakel.events.concern.Rung;
import nl.schakel.events.concern.Urgency;
import org.jspecify.annotations.Nullable;

/** Looks up whom a bell rings, and by when somebody hears it. */
final class Bells {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final Lookups lookups;
    private final WorkingHours hours;
    private final Defaults defaults;

    Bells(Lookups lookups, WorkingHours hours, Defaults defaults) {
        this.lookups = lookups;
        this.hours = hours;
        this.defaults = defaults;
    }

    /** By when a concern that rings now is heard. */
    Instant heardBefore(Urgency urgency, Instant now) {
        return hours.after(
                now,
                urgency == Urgency.CONCERN
                        ? defaults.concernHeardWithin()
                        : defaults.urgentHeardWithin());
    }

    /** When the last step of the ladder is rung again. */
    Instant ringAgain(Instant now) {
        return hours.after(now, defaults.ringAgainAfter());
    }

    /** The ladder as it stands now for a concern about this person, raised by them. */
    List<Rung> ladder(PersonId about, @Nullable ReferralId referral, By raiser, Instant now) {
        var circle = lookups.circle(about);
        var day = now.atZone(HERE).toLocalDate();
        return ring(circle, referral)
                .map(ring -> across(ring, about, raiser, day))
                .orElseGet(() -> known(circle, about, raiser, day));
    }

    /** The ladder now for a bell that rings. */
    List<Rung> ladder(ConcernRaised raised, Instant now) {
        return ladder(raised.about(), raised.referral(), raised.by(), now);
    }

    /** The referral that was named, else the latest one that is not over, else the latest. */
    private static Optional<Ring> ring(Circle circle, @Nullable ReferralId referral) {
        if (referral != null) {
            return Optional.ofNullable(circle.referrals().get(referral));
        }
        var rings = List.copyOf(circle.referrals().values());
        return rings.reversed().stream()
                .min(Comparator.comparing(ring -> ring.phase() == Ring.Phase.ENDED));
    }

    private List<Rung> across(Ring ring, PersonId about, By raiser, LocalDate day) {
        var other = ring.across(sideOf(raiser, ring));
        var own = ring.across(other);
        return ladder(
                side(other, ring.contactsOf(other).toList()),
                side(own, ring.contactsOf(own).toList()),
                about,
                raiser,
                day);
    }

    /** Where who said it belongs, whoever wrote it down. */
    private @Nullable PartyId sideOf(By raiser, Ring ring) {
        return ring.parties().stream()
                .filter(party -> raiser.reportedBy() != null)
                .filter(party -> lookups.roster(party).members().containsKey(Voice.of(raiser)))
                .findFirst()
                .orElse(raiser.party());
    }

    private List<Rung> known(Circle circle, PersonId about, By raiser, LocalDate day) {
        return circle.knownBy().stream()
                .findFirst()
                .map(party -> side(party, List.of()))
                .map(side -> ladder(side, side, about, raiser, day))
                .orElse(List.of());
    }

    private List<Rung> ladder(Side other, Side own, PersonId about, By raiser, LocalDate day) {
        var team = lookups.team(day, other.party(), own.party());
        return Ladder.of(other, own, team, Set.copyOf(List.of(Voice.of(raiser), about)));
    }

    private Side side(PartyId party, List<PersonId> contacts) {
        return new Side(party, contacts, lookups.roster(party).coordinators());
    }
}

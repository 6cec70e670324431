package nl.schakel.access;

import static nl.schakel.access.Keyed.with;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.schakel.events.By;
import nl.schakel.events.ConsentId;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.ReleaseId;
import nl.schakel.events.contact.ContactEvent;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.party.Role;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.referral.ReferralEvent;
import org.jspecify.annotations.Nullable;

/**
 * Who stands around a person, in which role, under which consent; what {@link May} asks, live and
 * in replay.
 *
 * @param knownBy the parties that registered the person
 * @param memberships where the person is a member, with the roles there
 * @param away the last absence as a known contact, if she did not come back since
 * @param referrals between whom, each with its contacts
 * @param consents given, not withdrawn
 * @param guides the party that wrote each version of the guide; null when the person did
 * @param releases of a version of the guide
 */
public record Circle(
        Set<PartyId> knownBy,
        Map<PartyId, Set<Role>> memberships,
        @Nullable Absence away,
        Map<ReferralId, Ring> referrals,
        Map<ConsentId, Consent> consents,
        Map<Integer, Optional<PartyId>> guides,
        Map<ReleaseId, Release> releases) {

    /** A person of whom nothing is known. */
    public static final Circle NOBODY =
            new Circle(Set.of(), Map.of(), null, Map.of(), Map.of(), Map.of(), Map.of());

    /** A time in which a contact is not there, both days included, and who stands in. */
    public record Absence(LocalDate from, LocalDate until, PersonId substitute) {}

    /** A consent that was not withdrawn: for whom, about the guide or not, until when. */
    public record Consent(PartyId recipient, boolean guide, @Nullable LocalDate until) {}

    /** A version of the guide that a party may read; no members means everyone there. */
    public record Release(int version, PartyId party, Set<PersonId> members) {}

    /** Every party that stands on the path of this person. */
    public Set<PartyId> parties() {
        var all = new LinkedHashSet<>(knownBy);
        referrals.values().forEach(ring -> all.addAll(ring.parties()));
        return all;
    }

    /** Who stands in for this person as a contact on that day, if she is away. */
    public Optional<PersonId> standIn(LocalDate day) {
        return Optional.ofNullable(away)
                .filter(a -> !day.isBefore(a.from()) && !day.isAfter(a.until()))
                .map(Absence::substitute);
    }

    /**
     * Rule 16: a release of that version, under a consent that is active on that day, or an own
     * hand.
     */
    public boolean opensGuide(int version, PartyId reader, PersonId member, LocalDate day) {
        return Optional.of(reader).equals(guides.get(version))
                || releasedTo(version, reader, member) && consentsToGuide(reader, day);
    }

    private boolean releasedTo(int version, PartyId reader, PersonId member) {
        return releases.values().stream()
                .filter(release -> release.version() == version && release.party().equals(reader))
                .anyMatch(r -> r.members().isEmpty() || r.members().contains(member));
    }

    private boolean consentsToGuide(PartyId recipient, LocalDate day) {
        return consents.values().stream()
                .filter(consent -> consent.guide() && consent.recipient().equals(recipient))
                .anyMatch(c -> c.until() == null ? notEnded(recipient) : !day.isAfter(c.until()));
    }

    private boolean notEnded(PartyId recipient) {
        var theirs = referrals.values().stream().filter(r -> r.parties().contains(recipient));
        var phases = theirs.map(Ring::phase).toList();
        return phases.isEmpty() || phases.stream().anyMatch(phase -> phase != Ring.Phase.ENDED);
    }

    /**
     * The circle after one more fact about this person; facts that change nobody's place pass by.
     */
    public static Circle evolve(Circle circle, Fact fact) {
        return switch (fact) {
            case PersonEvent event -> circle.after(event);
            case ReferralEvent event -> circle.after(event);
            case ContactEvent event -> circle.after(event);
            case PartyEvent.MemberAdded added ->
                    circle.memberships(with(circle.memberships, added.party(), added.roles()));
            default -> circle;
        };
    }

    private Circle after(PersonEvent fact) {
        return switch (fact) {
            case PersonEvent.PersonRegistered registered -> knownTo(registered.by());
            case PersonEvent.ConsentGiven given ->
                    consents(with(consents, given.consent(), Ring.consent(given)));
            case PersonEvent.ConsentWithdrawn withdrawn ->
                    consents(Keyed.without(consents, withdrawn.consent()));
            case PersonEvent.GuideWritten written ->
                    guides(
                            with(
                                    guides,
                                    written.version(),
                                    Optional.ofNullable(written.by().party())));
            case PersonEvent.GuideReleased r ->
                    releases(
                            with(
                                    releases,
                                    r.release(),
                                    new Release(r.version(), r.party(), r.members())));
            case PersonEvent.GuideReadBack _ -> this;
        };
    }

    private Circle after(ReferralEvent fact) {
        var ring = Ring.evolve(referrals.get(fact.referral()), fact);
        return new Circle(
                knownBy,
                memberships,
                away,
                with(referrals, fact.referral(), ring),
                consents,
                guides,
                releases);
    }

    private Circle after(ContactEvent fact) {
        return switch (fact) {
            case ContactEvent.WentAway went ->
                    away(new Absence(went.from(), went.until(), went.substitute()));
            case ContactEvent.CameBack _ -> away(null);
        };
    }

    private Circle knownTo(By by) {
        var all = new LinkedHashSet<>(knownBy);
        if (by.party() != null) {
            all.add(by.party());
        }
        return new Circle(all, memberships, away, referrals, consents, guides, releases);
    }

    private Circle memberships(Map<PartyId, Set<Role>> now) {
        return new Circle(knownBy, now, away, referrals, consents, guides, releases);
    }

    private Circle away(@Nullable Absence now) {
        return new Circle(knownBy, memberships, now, referrals, consents, guides, releases);
    }

    private Circle consents(Map<ConsentId, Consent> now) {
        return new Circle(knownBy, memberships, away, referrals, now, guides, releases);
    }

    private Circle guides(Map<Integer, Optional<PartyId>> now) {
        return new Circle(knownBy, memberships, away, referrals, consents, now, releases);
    }

    private Circle releases(Map<ReleaseId, Release> now) {
        return new Circle(knownBy, memberships, away, referrals, consents, guides, now);
    }
}

package nl.schakel.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schakel.events.By;
import nl.schakel.events.ConsentId;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.ReleaseId;
import nl.schakel.events.Sealed;
import nl.schakel.events.VisitId;
import nl.schakel.events.party.Role;
import nl.schakel.events.person.Category;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.referral.ReferralEvent;
import org.jspecify.annotations.Nullable;

/** The people of the first case in Breda, and facts about them, to fold. */
final class Around {

    static final PersonId HANS = person(1);
    static final PersonId SAMIRA = person(2);
    static final PersonId PETER = person(3);
    static final PersonId JOKE = person(4);
    static final PersonId JOKES_SUBSTITUTE = person(5);
    static final PersonId COMPANION = person(6);
    static final PersonId COLLEAGUE = person(7);
    static final PartyId GGZ = new PartyId(new UUID(2, 1));
    static final PartyId DE_SLEUTEL = new PartyId(new UUID(2, 2));
    static final PartyId HET_BADHUIS = new PartyId(new UUID(2, 3));
    static final ReferralId REFERRAL = new ReferralId(new UUID(3, 1));
    static final ConsentId CONSENT = new ConsentId(new UUID(4, 1));
    static final ReleaseId RELEASE = new ReleaseId(new UUID(5, 1));
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final Sealed WORDS = new Sealed(HANS, "identity", "x", "");

    private Around() {}

    static Circle circle(Fact... facts) {
        return Arrays.stream(facts).reduce(Circle.NOBODY, Circle::evolve, (_, last) -> last);
    }

    static Ring ring(Fact... facts) {
        var ring = circle(facts).referrals().get(REFERRAL);
        if (ring == null) {
            throw new AssertionError("no referral");
        }
        return ring;
    }

    /** Somebody who acts for this party, with these roles there. */
    static Actor member(PersonId person, PartyId party, Role... roles) {
        return new Actor(person, Map.of(party, Set.of(roles)), party, false);
    }

    /** Somebody who acts for herself. */
    static Actor herself(PersonId person) {
        return new Actor(person, Map.of(), null, false);
    }

    static By by(PersonId who, @Nullable PartyId party) {
        var now = Instant.parse("2026-03-02T10:00:00Z");
        return new By(who, party, null, now, now);
    }

    static Fact registered() {
        return new PersonEvent.PersonRegistered(HANS, by(SAMIRA, GGZ));
    }

    static Fact asked() {
        return new ReferralEvent.ReferralAsked(
                REFERRAL, HANS, GGZ, DE_SLEUTEL, WORDS, SAMIRA, PETER, by(SAMIRA, GGZ));
    }

    static Fact yes() {
        return new ReferralEvent.PersonSaidYes(REFERRAL, HANS, by(HANS, null));
    }

    static Fact welcomed() {
        return new ReferralEvent.Welcomed(
                REFERRAL, HANS, JOKE, JOKES_SUBSTITUTE, by(JOKE, DE_SLEUTEL));
    }

    static Fact notNow() {
        return new ReferralEvent.NotNowSaid(REFERRAL, HANS, null, by(JOKE, DE_SLEUTEL));
    }

    static Fact promised() {
        return new ReferralEvent.FirstVisitPromised(
                REFERRAL,
                HANS,
                new VisitId(new UUID(6, 1)),
                COMPANION,
                Instant.parse("2026-03-03T09:00:00Z"),
                WORDS,
                by(SAMIRA, GGZ));
    }

    static Fact written(int version) {
        return new PersonEvent.GuideWritten(HANS, version, List.of(), by(SAMIRA, GGZ));
    }

    static Fact released(int version, PersonId... members) {
        return new PersonEvent.GuideReleased(
                HANS, version, RELEASE, DE_SLEUTEL, Set.of(members), by(SAMIRA, GGZ));
    }

    static Fact consented(@Nullable LocalDate until, Category... categories) {
        return new PersonEvent.ConsentGiven(
                HANS, CONSENT, DE_SLEUTEL, Set.of(categories), WORDS, until, by(HANS, null));
    }

    static Fact withdrawn() {
        return new PersonEvent.ConsentWithdrawn(HANS, CONSENT, by(HANS, null));
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number));
    }
}

package nl.schakel.ledger.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.events.Fact;
import nl.schakel.events.account.AccountEvent;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.contact.ContactEvent;
import nl.schakel.events.insight.InsightEvent;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.SupportEvent;

/** The one table of stored names: class and package names are never stored, so both may move. */
public final class EventNames {

    /** The sealed vocabularies; together they are all facts there are. */
    public static final List<Class<? extends Fact>> VOCABULARIES =
            List.of(
                    AccountEvent.class,
                    PartyEvent.class,
                    PersonEvent.class,
                    ContactEvent.class,
                    ReferralEvent.class,
                    SupportEvent.class,
                    ConcernEvent.class,
                    InsightEvent.class);

    private static final Map<Class<? extends Fact>, Named> NAMES = new LinkedHashMap<>();
    private static final Map<String, Class<? extends Fact>> CLASSES = new LinkedHashMap<>();

    static {
        name(AccountEvent.AccountBound.class, "account.bound");
        name(PartyEvent.PartyJoined.class, "party.joined");
        name(PartyEvent.MemberAdded.class, "party.member-added");
        name(PersonEvent.PersonRegistered.class, "person.registered");
        name(PersonEvent.ConsentGiven.class, "person.consent-given");
        name(PersonEvent.ConsentWithdrawn.class, "person.consent-withdrawn");
        name(PersonEvent.GuideWritten.class, "person.guide-written");
        name(PersonEvent.GuideReleased.class, "person.guide-released");
        name(PersonEvent.GuideReadBack.class, "person.guide-read-back");
        name(ContactEvent.WentAway.class, "contact.went-away");
        name(ContactEvent.CameBack.class, "contact.came-back");
        name(ReferralEvent.ReferralAsked.class, "referral.asked");
        name(ReferralEvent.QuestionAsked.class, "referral.question-asked");
        name(ReferralEvent.QuestionAnswered.class, "referral.question-answered");
        name(ReferralEvent.PersonSaidYes.class, "referral.person-said-yes");
        name(ReferralEvent.Welcomed.class, "referral.welcomed");
        name(ReferralEvent.NotNowSaid.class, "referral.not-now-said");
        name(ReferralEvent.FirstVisitPromised.class, "referral.first-visit-promised");
        name(ReferralEvent.FirstVisitMoved.class, "referral.first-visit-moved");
        name(ReferralEvent.FirstVisitCalledOff.class, "referral.first-visit-called-off");
        name(ReferralEvent.FirstVisitRecorded.class, "referral.first-visit-recorded");
        name(ReferralEvent.LettingGoProposed.class, "referral.letting-go-proposed");
        name(ReferralEvent.LettingGoConfirmed.class, "referral.letting-go-confirmed");
        name(SupportEvent.ScaledUp.class, "support.scaled-up");
        name(SupportEvent.ScaledDown.class, "support.scaled-down");
        name(ConcernEvent.ConcernRaised.class, "concern.raised");
        name(ConcernEvent.ContactRung.class, "concern.contact-rung");
        name(ConcernEvent.NobodyToRing.class, "concern.nobody-to-ring");
        name(ConcernEvent.ConcernHeard.class, "concern.heard");
        name(ConcernEvent.OutcomeTold.class, "concern.outcome-told");
        name(InsightEvent.RevealAsked.class, "insight.reveal-asked");
        name(InsightEvent.RevealApproved.class, "insight.reveal-approved");
    }

    private EventNames() {}

    /**
     * How a kind of fact is called on disk.
     *
     * @param name such as {@code referral.asked}
     * @param revision from 1; goes up with each {@link Upcaster} that a change of shape asks for
     */
    public record Named(String name, int revision) {}

    /** The stored name of a kind of fact; throws when it has none. */
    public static Named of(Class<? extends Fact> fact) {
        var named = NAMES.get(fact);
        if (named == null) {
            throw new IllegalArgumentException("no stored name: " + fact.getName());
        }
        return named;
    }

    /** The kind of fact behind a stored name; throws when nobody knows it. */
    static Class<? extends Fact> named(String name) {
        var fact = CLASSES.get(name);
        if (fact == null) {
            throw new IllegalArgumentException("unknown fact: " + name);
        }
        return fact;
    }

    private static void name(Class<? extends Fact> fact, String name) {
        NAMES.put(fact, new Named(name, Upcasters.revision(name)));
        if (CLASSES.put(name, fact) != null) {
            throw new IllegalStateException("two facts named " + name);
        }
    }
}

package nl.schakel.command.referral;

import java.time.Instant;
import java.util.Map;
import nl.schakel.access.Keyed;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.referral.ReferralEvent;

/** A promised first visit: who goes along, when, where, and how each side says it went. */
record Visit(
        PersonId companion, Instant when, Sealed where, boolean open, Map<PartyId, Meeting> views) {

    static Visit promised(ReferralEvent.FirstVisitPromised p) {
        return new Visit(p.companion(), p.when(), p.where(), true, Map.of());
    }

    static Visit moved(ReferralEvent.FirstVisitMoved m) {
        return new Visit(m.companion(), m.when(), m.where(), true, Map.of());
    }

    Visit closed() {
        return new Visit(companion, when, where, false, views);
    }

    /** This side's view stands beside the other's; neither overwrites the other (rule 13). */
    Visit seenBy(PartyId side, Meeting meeting) {
        return new Visit(companion, when, where, false, Keyed.with(views, side, meeting));
    }

    /** Rule 8: together in either side's eyes, or alone and the receiver has met the person. */
    boolean introduced(PartyId receiver) {
        return views.containsValue(Meeting.TOGETHER) || views.get(receiver) == Meeting.ALONE;
    }
}

package nl.schakel.events.party;

import java.util.Set;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;

/** What can have happened to an organisation or an initiative. */
public sealed interface PartyEvent extends Fact {

    PartyId party();

    @Override
    default StreamId stream() {
        return party().stream();
    }

    /** Een partij doet mee. */
    record PartyJoined(PartyId party, PartyKind kind, String name, String neighbourhood, By by)
            implements PartyEvent {}

    /** Een mens hoort bij deze partij. */
    record MemberAdded(PartyId party, PersonId member, Set<Role> roles, By by)
            implements PartyEvent {

        @Override
        public PersonId person() {
            return member;
        }
    }
}

package nl.schakel.command.party;

import java.util.Set;
import nl.schakel.command.runtime.Command;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;

/** What somebody may want of a party. */
sealed interface PartyCommand extends Command {

    PartyId party();

    @Override
    default StreamId stream() {
        return party().stream();
    }

    /** Meedoen. */
    record Join(PartyId party, PartyKind kind, String name, String neighbourhood, By by)
            implements PartyCommand {}

    /** Een lid erbij. */
    record AddMember(PartyId party, PersonId member, Set<Role> roles, By by)
            implements PartyCommand {}
}

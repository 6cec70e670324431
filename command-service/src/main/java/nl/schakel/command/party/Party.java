package nl.schakel.command.party;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schakel.access.Keyed;
import nl.schakel.access.Refused;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.party.Role;

/** A party: an organisation or an initiative; one kind of flow serves both. */
sealed interface Party {

    /** Nobody joined under this id. */
    record Unknown() implements Party {}

    /** Doet mee. */
    record Active(Map<PersonId, Set<Role>> members) implements Party {}

    /** The rulebook of this kind. */
    Rulebook<PartyCommand, PartyEvent, Party> RULES =
            new Rulebook<>(
                    "party",
                    PartyCommand.class,
                    PartyEvent.class,
                    new Unknown(),
                    Party::decide,
                    Party::evolve);

    static List<? extends PartyEvent> decide(PartyCommand command, Party party) {
        return switch (command) {
            case PartyCommand.Join join -> join(join, party);
            case PartyCommand.AddMember add -> add(add, party);
        };
    }

    static Party evolve(Party party, PartyEvent fact) {
        return switch (fact) {
            case PartyEvent.PartyJoined _ -> new Active(Map.of());
            case PartyEvent.MemberAdded added ->
                    new Active(
                            Keyed.with(((Active) party).members(), added.member(), added.roles()));
        };
    }

    private static List<PartyEvent> join(PartyCommand.Join c, Party party) {
        return switch (party) {
            case Unknown _ ->
                    List.of(
                            new PartyEvent.PartyJoined(
                                    c.party(), c.kind(), c.name(), c.neighbourhood(), c.by()));
            case Active _ -> throw Refused.because(PartyRefusal.ALREADY_TAKES_PART);
        };
    }

    private static List<PartyEvent> add(PartyCommand.AddMember c, Party party) {
        return switch (party) {
            case Active(var members) when c.roles().equals(members.get(c.member())) -> List.of();
            case Active _ ->
                    List.of(new PartyEvent.MemberAdded(c.party(), c.member(), c.roles(), c.by()));
            case Unknown _ -> throw Refused.because(PartyRefusal.TAKES_NO_PART);
        };
    }
}

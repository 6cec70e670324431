package nl.schakel.benchmarks.facts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;

/**
 * A party with two people.
 *
 * @param id which one
 * @param kind initiative or organisation
 * @param contact who is known there
 * @param substitute who stands in
 */
public record Party(PartyId id, PartyKind kind, PersonId contact, PersonId substitute) {

    static Party of(Chance chance, PartyKind kind) {
        return new Party(
                new PartyId(chance.id()),
                kind,
                new PersonId(chance.id()),
                new PersonId(chance.id()));
    }

    /** How it came to be. */
    public List<Fact> joined(Instant now) {
        var by = new By(contact, null, null, now, now);
        return List.of(
                new PartyEvent.PartyJoined(id, kind, "De Proef", "Noord", by),
                new PartyEvent.MemberAdded(id, contact, Set.of(Role.CONTACT), by),
                new PartyEvent.MemberAdded(id, substitute, Set.of(Role.CONTACT), by));
    }
}

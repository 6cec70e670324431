package nl.schakel.events.concern;

import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;

/** A named human at a party, who can be rung. */
public record KnownContact(PersonId person, PartyId party) {}

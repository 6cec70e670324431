package nl.schakel.events.party;

/** The two kinds of parties; one kind of flow serves both. */
public enum PartyKind {
    /** Bewonersinitiatief: residents in the lead. */
    INITIATIVE,
    /** Organisatie: care, welfare, GGZ, housing, police and so on. */
    PROFESSIONAL
}

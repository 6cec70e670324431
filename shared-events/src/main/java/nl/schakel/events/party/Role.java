package nl.schakel.events.party;

/** What a member is for a party. */
public enum Role {
    /** Bekende contactpersoon. */
    CONTACT,
    /** Vrijwilliger. */
    VOLUNTEER,
    /** Coordinator: stands in when nobody else can be reached. */
    COORDINATOR,
    /** Beleid: sees nothing of persons. */
    POLICY,
    /** Toetser: reviews looks that needed leave. */
    REVIEWER,
    /** Auditor: replays histories. */
    AUDITOR
}

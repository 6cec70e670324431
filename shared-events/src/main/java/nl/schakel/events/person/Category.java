package nl.schakel.events.person;

/** What a consent may be about. */
public enum Category {
    /** Naam en contactgegevens. */
    CONTACT_DETAILS,
    /** De wens en wat bij de verwijzing hoort. */
    REFERRAL,
    /** De handleiding. */
    GUIDE
}

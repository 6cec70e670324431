package nl.schakel.query.course;

/** How far a referral is, as everyone may see it. */
public enum Stage {
    ASKED,
    WELCOME,
    INTRODUCING,
    TAKING_PART,
    LETTING_GO,
    LOOKED_AFTER,
    NOT_NOW
}

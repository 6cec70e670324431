package nl.schakel.events.referral;

/** How a first visit went, in one side's eyes. */
public enum Meeting {
    /** Samen: someone went along. */
    TOGETHER,
    /** Alleen: the person went without company. */
    ALONE,
    /** Niet doorgegaan: never a failure, a new date is offered. */
    DID_NOT_HAPPEN
}

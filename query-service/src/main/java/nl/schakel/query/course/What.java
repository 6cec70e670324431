package nl.schakel.query.course;

import java.util.Locale;

/** What somebody does now, or is waited for; each is the key of a Dutch text below {@code wat.}. */
public enum What {
    ANSWER,
    ANSWER_TO_QUESTION,
    YES_OF_PERSON,
    FIRST_VISIT_DATE,
    FIRST_VISIT,
    HOW_IT_WENT,
    KNOWN_CONTACT,
    SUPPORT,
    CONFIRM_LETTING_GO,
    LOOKING_AFTER,
    WAY_BACK,
    HEAR_CONCERN,
    OUTCOME_OF_CONCERN;

    /** The key of its text. */
    public String key() {
        return "wat." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

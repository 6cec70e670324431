package nl.schakel.access;

import java.util.Locale;

/**
 * Why a rule says no: a name that is true when the rule is kept, and the key of one Dutch sentence.
 */
public interface Refusal {

    /** The name in code. */
    String name();

    /**
     * The name in the API's problem type and in the texts, such as {@code
     * a-start-needs-both-yeses}.
     */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package nl.schakel.query.runtime;

import java.util.Locale;
import nl.schakel.access.May;
import org.jspecify.annotations.Nullable;

/**
 * Why something is opened; each is the key of the words, below {@code doel.}, that the person reads
 * in her access log.
 */
public enum Purpose {
    OWN_DETAILS,
    PATH,
    REFERRAL,
    WORKLIST,
    CONCERNS,
    CONTACTS,
    TEAM,
    PEOPLE,
    OWN_GUIDE,
    RELEASED_GUIDE,
    HISTORY,
    REVEAL;

    String key() {
        return "doel." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The row of the matrix by which one looks for it. */
    String authority() {
        return switch (this) {
            case HISTORY -> May.REPLAYING;
            case REVEAL -> May.REVEALING;
            default -> May.AUTHORITY;
        };
    }

    /** The key of the ground that it needs; null when it needs none (rule 16). */
    @Nullable String ground() {
        return switch (this) {
            case RELEASED_GUIDE -> "grond.consent";
            case REVEAL -> "grond.reveal";
            default -> null;
        };
    }
}

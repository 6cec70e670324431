package nl.schakel.access.body;

import java.util.List;

/** What was sent cannot be read; all mistakes at once, and nothing was recorded. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /** Names all of them; never holds what was sent. */
    public Invalid(List<Fault> faults) {
        super("invalid", null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** One mistake in one place. */
    public Invalid(String field, String key) {
        this(List.of(new Fault(field, key)));
    }

    /**
     * One mistake.
     *
     * @param field where, as the API names it, such as {@code kopjes[0].tekst}; empty for the whole
     * @param key of the Dutch sentence, below {@code fout.}
     */
    public record Fault(String field, String key) {}

    /** All mistakes. */
    public List<Fault> faults() {
        return faults;
    }
}

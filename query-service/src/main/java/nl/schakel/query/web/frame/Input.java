package nl.schakel.query.web.frame;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a form asks, as it stands on the page.
 *
 * @param name of the field, as the API has it
 * @param kind how it is filled in
 * @param label what is asked
 * @param needed whether it must be filled in
 * @param choices to choose from, where there is something to choose
 * @param value what is in it
 * @param fault what is wrong with it; null when nothing is
 */
public record Input(
        String name,
        Kind kind,
        String label,
        boolean needed,
        List<Choice> choices,
        String value,
        @Nullable String fault) {

    /** The same, with this in it as long as nothing is. */
    public Input or(String first) {
        return value.isEmpty() ? new Input(name, kind, label, needed, choices, first, fault) : this;
    }

    /** The same, with this one chosen as long as none is, if it can be. */
    public Input orChoice(String first) {
        return choices.stream().anyMatch(choice -> choice.value().equals(first)) ? or(first) : this;
    }

    /** The same, with only these to choose from. */
    public Input among(Predicate<Choice> these) {
        var left = choices.stream().filter(these).toList();
        return new Input(name, kind, label, needed, left, value, fault);
    }

    /** How something is filled in. */
    public enum Kind {
        LINE,
        WORDS,
        DAY,
        TIME,
        /** One of a few, all in sight. */
        ONE_OF,
        /** One of a list. */
        PICK,
        /** Yes, or nothing. */
        TICK
    }

    /** One of what can be chosen: what is sent, and what is read. */
    public record Choice(String value, String label) {}
}

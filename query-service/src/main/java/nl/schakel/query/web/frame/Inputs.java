package nl.schakel.query.web.frame;

import java.util.List;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.web.frame.Input.Choice;
import nl.schakel.query.web.frame.Input.Kind;

/** Makes the inputs of one form: what they ask in words, what is in them, and what is wrong. */
public record Inputs(Texts texts, Filled filled) {

    /** One that must be filled in. */
    public Input of(String name, Kind kind) {
        return input(name, kind, true, List.of());
    }

    /** One that may be left empty. */
    public Input may(String name, Kind kind) {
        return input(name, kind, false, List.of());
    }

    /** One of these; must be chosen. */
    public Input choose(String name, Kind kind, List<Choice> choices) {
        return input(name, kind, true, choices);
    }

    /** One of several of the same kind, each with its number; may be left empty. */
    public Input numbered(String name, int number, Kind kind) {
        var field = name + number;
        return new Input(
                field,
                kind,
                texts.of("veld." + name) + " " + (number + 1),
                false,
                List.of(),
                filled.of(field),
                filled.fault("kopjes[" + number + "]." + name));
    }

    /** Any, in full. */
    public Input input(String name, Kind kind, boolean needed, List<Choice> choices) {
        return new Input(
                name,
                kind,
                texts.of("veld." + name),
                needed,
                choices,
                filled.of(name),
                filled.fault(name));
    }
}

package nl.schakel.command.runtime;

import java.util.List;
import java.util.function.BiFunction;
import nl.schakel.events.Fact;

/**
 * The pure rules of one kind of history: three values and two functions, nothing else.
 *
 * @param kind the kind of its streams
 * @param commands the sealed vocabulary of commands
 * @param facts the sealed vocabulary of facts
 * @param initial the state before the first fact
 * @param decide which facts a command leads to in a state; none when nothing changes; may throw a
 *     refusal
 * @param evolve the state after one more fact
 */
public record Rulebook<C extends Command, F extends Fact, S>(
        String kind,
        Class<C> commands,
        Class<F> facts,
        S initial,
        BiFunction<C, S, List<? extends F>> decide,
        BiFunction<S, F, S> evolve) {

    S replay(S state, Iterable<? extends Fact> history) {
        var now = state;
        for (var fact : history) {
            now = evolve.apply(now, facts.cast(fact));
        }
        return now;
    }
}

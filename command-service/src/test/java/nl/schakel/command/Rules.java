package nl.schakel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import nl.schakel.access.Refusal;
import nl.schakel.access.Refused;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.Fact;

/** A rulebook tested as what it is: given these facts, when this is wanted, then that happens. */
public record Rules<C extends Command, F extends Fact, S>(
        Rulebook<C, F, S> rulebook, List<F> history) {

    /** The history so far. */
    @SafeVarargs
    public static <C extends Command, F extends Fact, S> Rules<C, F, S> given(
            Rulebook<C, F, S> rulebook, F... history) {
        return new Rules<>(rulebook, List.of(history));
    }

    /** What somebody wants then. */
    public When when(C command) {
        return new When(command);
    }

    /** The state after all of it. */
    public S state() {
        var state = rulebook.initial();
        for (var fact : history) {
            state = rulebook.evolve().apply(state, fact);
        }
        return state;
    }

    /** One wish, not yet decided. */
    public final class When {

        private final C command;

        private When(C command) {
            this.command = command;
        }

        /** Exactly these facts; the history can be read again with them in it. */
        @SafeVarargs
        public final Rules<C, F, S> then(F... facts) {
            assertThat(decided()).isEqualTo(List.of(facts));
            return happened();
        }

        /** Allowed, and without effect. */
        public void nothing() {
            assertThat(decided()).isEmpty();
        }

        /** A rule says no, and says which one it is. */
        public void refused(Refusal reason) {
            assertThatThrownBy(this::decided)
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.reason()).isSameAs(reason));
        }

        /** It happened; the history goes on from there. */
        public Rules<C, F, S> happened() {
            var all = new ArrayList<F>(history);
            all.addAll(decided());
            var after = new Rules<>(rulebook, List.copyOf(all));
            assertThat(after.state()).isNotNull();
            return after;
        }

        private List<? extends F> decided() {
            return rulebook.decide().apply(command, state());
        }
    }
}

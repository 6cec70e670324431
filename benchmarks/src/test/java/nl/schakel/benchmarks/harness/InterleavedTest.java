package nl.schakel.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterleavedTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void two_sides_take_turns_so_that_drift_meets_both_alike() {
        Interleaved.run(side("A", 100), side("B", 50), 4);
        assertThat(String.join("", order)).isEqualTo("ABBAABBA");
    }

    @Test
    void a_ratio_is_that_of_two_samples_of_one_round() {
        var measured = Interleaved.run(side("A", 100), side("B", 50), 3);
        assertThat(measured.ratios(Sample::rate)).containsExactly(2, 2, 2);
        assertThat(measured.medianOfA(Sample::rate)).isEqualTo(100);
        assertThat(measured.medianOfB(Sample::cpu)).isEqualTo(20);
        assertThat(measured.events()).isEqualTo(450);
    }

    @Test
    void a_side_beside_itself_that_is_not_itself_makes_all_of_it_void() {
        var faster = new ArrayList<>(List.of(100, 110, 121, 133, 146, 161, 177, 195));
        var drifting =
                new Side() {
                    @Override
                    public String name() {
                        return "A";
                    }

                    @Override
                    public Sample measure() {
                        return new Sample(faster.isEmpty() ? 1 : faster.removeFirst(), 1, 1);
                    }
                };
        assertThat(Beside.run(side("A", 100), side("B", 50), 4).counts(Sample::rate)).isTrue();
        assertThat(Interval.of(Interleaved.run(drifting, side("B", 100), 2).ratios(Sample::rate)))
                .matches(ratio -> !ratio.quiet());
    }

    private Side side(String name, long events) {
        return new Side() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Sample measure() {
                order.add(name);
                return new Sample(events, 1_000_000_000, 1_000);
            }
        };
    }
}

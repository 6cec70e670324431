package nl.schakel.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(Interval.median(DoubleStream.of(4, 1, 3, 2))).isEqualTo(2.5);
        assertThat(Interval.median(DoubleStream.of(9, 1, 3))).isEqualTo(3);
    }

    @Test
    void the_interval_holds_the_median_and_lies_within_what_was_measured() {
        var interval = Interval.of(3, 1, 2, 5, 4);
        assertThat(interval.median()).isEqualTo(3);
        assertThat(interval.low()).isBetween(1.0, 3.0);
        assertThat(interval.high()).isBetween(3.0, 5.0);
        assertThat(Interval.of(3, 1, 2, 5, 4)).isEqualTo(interval);
    }

    @Test
    void what_never_differs_is_certain() {
        assertThat(Interval.of(2, 2, 2)).isEqualTo(new Interval(2, 2, 2));
    }

    @Test
    void a_goal_counts_when_the_worse_end_meets_it() {
        var measured = new Interval(3.9, 4.2, 4.5);
        assertThat(Target.atLeast(4).met(measured)).isFalse();
        assertThat(Target.atLeast(4).verdict(measured)).contains("MISSED", "median meets it");
        assertThat(Target.atLeast(3.9).met(measured)).isTrue();
        assertThat(Target.atMost(4.2).met(measured)).isFalse();
        assertThat(Target.atMost(4.5).met(measured)).isTrue();
    }

    @Test
    void a_box_is_quiet_when_something_is_itself_beside_itself() {
        assertThat(new Interval(0.9, 1.04, 1.2).quiet()).isTrue();
        assertThat(new Interval(0.9, 1.06, 1.2).quiet()).isFalse();
    }

    @Test
    void the_time_of_a_process_is_read_past_its_name() {
        var stat = "7 (a) b) S 1 7 7 0 -1 4194560 1 2 3 4 10 20 300 4000 20 0";
        assertThat(Cpu.ticks(stat, false)).isEqualTo(30);
        assertThat(Cpu.ticks(stat, true)).isEqualTo(4330);
    }
}

package nl.schakel.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.schakel.benchmarks.harness.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be measured still runs, and still says what it is run for. */
class BenchTest {

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 3, 2);
    private static final Pattern VERDICT = Pattern.compile(": (met|MISSED)");
    private static final Pattern NO_FIGURE = Pattern.compile("NaN|Infinity|null|%[a-z,.]");

    /** What some say beside a verdict: the figures that they are run for. */
    private static final Map<String, List<String>> SAYS =
            Map.of(
                    "commands",
                    List.of(
                            "8 in flight",
                            "64 in flight",
                            "schakel / stock = ",
                            "schakel / insert = ",
                            "stock without a cache: ",
                            "    where CPU goes: "),
                    "growth",
                    List.of("ledgers   100 and 1,000 ", "us per fact: ", "CPU-us per fact: "),
                    "loss",
                    List.of("    every reader sees everything: yes", "schakel loses 0: met"),
                    "verify",
                    List.of(
                            "facts     1,000, ",
                            "us per fact: verify / COPY OUT = ",
                            "    facts per second: verify ",
                            "    peak resident memory "));

    @TempDir private Path folder;

    static Set<String> names() {
        return Bench.ALL.keySet();
    }

    /** All of them take minutes: in {@code ./test} those that say most of what all of them use. */
    static Set<String> now() {
        return Boolean.getBoolean("schakel.long") ? names() : Set.of("growth", "lag", "verify");
    }

    @ParameterizedTest
    @MethodSource("now")
    void what_can_be_measured_runs_and_says_what_came_of_it(String name) throws IOException {
        var report = new Report();
        requireNonNull(Bench.ALL.get(name)).run(Scale.SMOKE, report);
        var lines = Files.readAllLines(report.write(folder, SOME_DAY, name));
        assertThat(lines).anyMatch(line -> VERDICT.matcher(line).find());
        assertThat(lines).noneMatch(line -> NO_FIGURE.matcher(line).find());
        assertThat(SAYS.getOrDefault(name, List.of()))
                .allSatisfy(say -> assertThat(lines).anyMatch(line -> line.startsWith(say)));
    }

    @Test
    void what_is_told_of_here_can_be_measured() {
        assertThat(names()).containsAll(SAYS.keySet());
    }

    @Test
    void the_script_offers_what_can_be_measured() throws IOException {
        assertThat(Files.readString(Path.of("..", "bench")))
                .contains("\nnames=\" " + String.join(" ", names()) + " \"\n");
    }
}

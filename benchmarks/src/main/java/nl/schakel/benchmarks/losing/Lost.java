package nl.schakel.benchmarks.losing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader never saw, of all that was committed.
 *
 * @param runs what each lost
 */
record Lost(List<Run> runs) {

    /** How the columns of {@link #line} are called. */
    static final String HEADING =
            "%-24s%6s%9s%7s%15s   lost of what happened years / hours ago / now"
                    .formatted("", "runs", "events", "lost", "runs that lost");

    /** What one run lost of what it committed. */
    record Run(Age age, long events, long lost) {}

    /** How many events, of all. */
    long events() {
        return runs.stream().mapToLong(Run::lost).sum();
    }

    /** In columns. */
    String line(String name) {
        Map<Age, Long> byAge =
                runs.stream()
                        .collect(
                                Collectors.groupingBy(Run::age, Collectors.summingLong(Run::lost)));
        return String.format(
                Locale.ROOT,
                "%-24s%6d%,9d%,7d%15d   %s",
                name,
                runs.size(),
                runs.stream().mapToLong(Run::events).sum(),
                events(),
                runs.stream().filter(run -> run.lost() > 0).count(),
                Stream.of(Age.values())
                        .map(age -> byAge.containsKey(age) ? byAge.get(age).toString() : "-")
                        .collect(Collectors.joining(" / ")));
    }
}

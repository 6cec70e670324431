package nl.schakel.benchmarks.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.benchmarks.harness.Report;

/** What the figures were measured on: no names, no places. */
public final class Machine {

    private static final long MEBIBYTE = 1_048_576;

    private Machine() {}

    /** Says on which hardware, software and commit, and how PostgreSQL was set. */
    public static void describe(Report report) {
        report.say(
                "hardware  %d cores (%s), %s memory; load generator, JVM and PostgreSQL share them",
                Runtime.getRuntime().availableProcessors(),
                line(Path.of("/proc/cpuinfo"), "model name"),
                line(Path.of("/proc/meminfo"), "MemTotal"));
        report.say("load      %s (1, 5, 15 min) at the start", load());
        report.say(
                "software  %s, heap at most %d MiB, %s",
                Runtime.version(),
                Runtime.getRuntime().maxMemory() / MEBIBYTE,
                System.getProperty("os.name"));
        report.say("commit    %s", commit());
        report.say("postgres  18.6, %s; all else as it comes", sorted(DurablePostgres.SETTINGS));
        report.say("");
    }

    private static String sorted(Map<String, String> settings) {
        return new TreeMap<>(settings).toString();
    }

    private static String line(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String load() {
        try {
            var all = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
            return all[0] + " " + all[1] + " " + all[2];
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String commit() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}

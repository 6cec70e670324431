package nl.schakel.benchmarks.place;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, and what it took.
 *
 * @param code with which it ended
 * @param nanos from start to end, that of the JVM included
 * @param peakKibibytes the most memory that was resident, as seen every 20 ms
 * @param cpuMicros CPU-µs that it took, as seen at most 20 ms before its end
 * @param output what it said
 */
public record Watched(int code, long nanos, long peakKibibytes, long cpuMicros, String output) {

    private static final int LOOK_MILLIS = 20;

    /** Runs it to its end with the class path of this one. */
    public static Watched run(Class<?> main, String heap, List<String> arguments) {
        try {
            var said = File.createTempFile("measured", ".txt");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(heap, "-cp", System.getProperty("java.class.path")));
            command.add(main.getName());
            command.addAll(arguments);
            long start = System.nanoTime();
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.to(said))
                            .start();
            long peak = 0;
            var cpu = Duration.ZERO;
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(process.pid()));
                cpu = process.info().totalCpuDuration().orElse(cpu);
            }
            long nanos = System.nanoTime() - start;
            var output = Files.readString(said.toPath());
            return new Watched(process.exitValue(), nanos, peak, cpu.toNanos() / 1_000, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long peak(long pid) {
        try (var lines = Files.lines(Path.of("/proc", pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}

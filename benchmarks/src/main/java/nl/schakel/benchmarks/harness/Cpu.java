package nl.schakel.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * The CPU time of this JVM and of a PostgreSQL with all its backends, those that ended included.
 *
 * @param postmaster its process id
 */
public record Cpu(long postmaster) {

    private static final long TICK_MICROS = 10_000;
    private static final Path PROCESSES = Path.of("/proc");

    /** CPU-µs so far; without {@code /proc} those of the JVM alone. */
    public long micros() {
        return jvmMicros() + postgresMicros();
    }

    /** CPU-µs of this JVM so far. */
    public long jvmMicros() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000;
    }

    /** CPU-µs of PostgreSQL so far. */
    public long postgresMicros() {
        var own = ticks(postmaster, true);
        var backends =
                ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(backend -> ticks(backend.pid(), false));
        return LongStream.concat(LongStream.of(own), backends).sum() * TICK_MICROS;
    }

    private static long ticks(long pid, boolean withThoseThatEnded) {
        try {
            var stat = Files.readString(PROCESSES.resolve(pid + "/stat"));
            return ticks(stat, withThoseThatEnded);
        } catch (IOException e) {
            return gone(pid, e);
        }
    }

    /** It may end while it is looked at; its parent counts it then. */
    private static long gone(long pid, IOException e) {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && !(e instanceof NoSuchFileException)) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    /** Fields 14 to 17 of proc(5): user, system, and both of children that were waited for. */
    static long ticks(String stat, boolean withThoseThatEnded) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withThoseThatEnded
                ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14])
                : own;
    }
}

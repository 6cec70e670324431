package nl.schakel.benchmarks.harness;

/**
 * What one side did in one window.
 *
 * @param events that were done
 * @param nanos that it took
 * @param cpuMicros of this JVM and all processes of PostgreSQL together
 */
public record Sample(long events, long nanos, long cpuMicros) {

    private static final double SECOND = 1e9;

    /** Events per second. */
    public double rate() {
        return events * SECOND / nanos;
    }

    /** CPU-µs per event. */
    public double cpu() {
        return (double) cpuMicros / events;
    }

    /** Wall-clock µs per event. */
    public double micros() {
        return nanos / 1e3 / events;
    }
}

package nl.schakel.benchmarks.losing;

import nl.schakel.benchmarks.losing.Disorder.Decision;

/** Where two writers commit, and a reader follows all the while. */
interface Store extends AutoCloseable {

    /** Commits it, as this writer; comes back when it is committed. */
    void write(int writer, Decision decision);

    /** Whether the reader stands at the last event, or beyond it. */
    boolean level();

    /** What stands still in it, and what came to its reader. */
    Watch watch();

    @Override
    void close();
}

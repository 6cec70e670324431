package nl.schakel.benchmarks;

import nl.schakel.benchmarks.harness.Report;

/** Something that is measured. */
interface Benchmark {

    /** Measures it, and says what came of it. */
    void run(Scale scale, Report report);
}

package nl.schakel.benchmarks.harness;

/** One of two that are measured beside each other. */
public interface Side {

    /** How it is called in the results. */
    String name();

    /** Does its work for one window. */
    Sample measure();
}

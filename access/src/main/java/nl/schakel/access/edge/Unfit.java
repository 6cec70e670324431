package nl.schakel.access.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service refuses to serve: one sentence says what is wrong, and the process ends with code 1.
 */
public final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is wrong, in one sentence. */
    public Unfit(String sentence) {
        super(sentence, null, false, false);
    }

    /**
     * Prints that sentence instead of a stack trace; found by Spring Boot through {@code
     * spring.factories}.
     */
    static final class Reporter implements SpringBootExceptionReporter {

        Reporter(@Nullable ConfigurableApplicationContext context) {}

        @Override
        public boolean reportException(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Unfit unfit) {
                    System.err.println(unfit.getMessage());
                    return true;
                }
            }
            return false;
        }
    }
}

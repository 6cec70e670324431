package nl.schakel.access.fit;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** What is made, or a refusal with the sentence of whatever argument was wrong. */
    public static <T> T when(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new Unfit(String.valueOf(e.getMessage()));
        }
    }

    /** The sentence of a failure that has one, however deep. */
    public static Optional<String> in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Unfit.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }

    /**
     * Prints that sentence instead of a stack trace; found by Spring Boot through {@code
     * spring.factories}.
     */
    static final class Reporter implements SpringBootExceptionReporter {

        Reporter(@Nullable ConfigurableApplicationContext context) {}

        @Override
        public boolean reportException(Throwable failure) {
            in(failure).ifPresent(System.err::println);
            return in(failure).isPresent();
        }
    }
}

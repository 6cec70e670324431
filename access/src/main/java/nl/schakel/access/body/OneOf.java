package nl.schakel.access.body;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One of the Dutch words for the constants of an enum, as {@link Dutch} lists them. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Rule.class)
public @interface OneOf {

    /** Which enum. */
    Class<? extends Enum<?>> value();

    /** Key of the sentence. */
    String message() default "keuze";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Looks the word up. */
    final class Rule implements ConstraintValidator<OneOf, String> {

        private Class<? extends Enum<?>> type = Thread.State.class;

        @Override
        public void initialize(OneOf oneOf) {
            this.type = oneOf.value();
        }

        @Override
        public boolean isValid(@Nullable String word, ConstraintValidatorContext context) {
            return word == null || Dutch.words(type).contains(word);
        }
    }
}

package nl.schakel.access.body;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that people write: not blank when given, whole characters only, not too long, and no
 * citizen service number in it.
 */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Rule.class)
public @interface Text {

    /** Key of the sentence. */
    String message() default "leeg";

    /** At most so many characters (code points). */
    int max() default 2_000;

    /** Phone numbers may look like a citizen service number. */
    boolean phone() default false;

    /** Kept in the clear: without U+0000, which PostgreSQL keeps in no text. */
    boolean clear() default false;

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Says which of these is broken. */
    final class Rule implements ConstraintValidator<Text, CharSequence> {

        private static final Pattern NINE =
                Pattern.compile("(?<!\\d[. ]{0,2})\\d(?:[. ]*\\d){8}(?![. ]{0,2}\\d)");

        private int max;
        private boolean phone;
        private boolean clear;

        @Override
        public void initialize(Text text) {
            this.max = text.max();
            this.phone = text.phone();
            this.clear = text.clear();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            var text = value.toString();
            if (text.isBlank()) {
                return broken(context, "leeg");
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)
                    || clear && text.indexOf(0) >= 0) {
                return broken(context, "soort");
            }
            if (text.codePointCount(0, text.length()) > max) {
                return broken(context, "te-lang");
            }
            return phone || !holdsCitizenServiceNumber(text) || broken(context, "bsn");
        }

        private static boolean broken(ConstraintValidatorContext context, String key) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(key).addConstraintViolation();
            return false;
        }

        /** Nine digits, dots and spaces ignored, that pass the eleven-test. */
        static boolean holdsCitizenServiceNumber(String text) {
            return NINE.matcher(text)
                    .results()
                    .anyMatch(match -> passesElevenTest(match.group().replaceAll("[^0-9]", "")));
        }

        private static boolean passesElevenTest(String digits) {
            int sum = -Character.digit(digits.charAt(8), 10);
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * Character.digit(digits.charAt(i), 10);
            }
            return sum % 11 == 0 && !digits.equals("000000000");
        }
    }
}

package nl.schakel.access.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Arrays;
import nl.schakel.events.concern.Urgency;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;
import nl.schakel.events.person.Category;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is not blank, not too long, and never holds a citizen service number. */
final class TextTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Words(@Text(max = 40) @Nullable String words) {}

    record Phone(@Text(max = 40, phone = true) @Nullable String phone) {}

    record Choice(@OneOf(Level.class) @Nullable String level) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456782",
                "123.456.782",
                "1234 56 782",
                "1 2 3 4 5 6 7 8 2",
                "bsn:123456782.",
                "(123456782)",
                "x123456782y",
                "12 kinderen, 111222333",
                "010000008"
            })
    void nine_digits_that_pass_the_eleven_test_are_stopped(String words) {
        assertThat(mistakes(new Words(words))).containsExactly("bsn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "12345678",
                "1234567820",
                "0123456782",
                "000000000",
                "12345678-2",
                "06 12345678",
                "2026-03-02 10:00",
                "123456782 3"
            })
    void other_digits_are_not(String words) {
        assertThat(mistakes(new Words(words))).isEmpty();
    }

    @Test
    void a_phone_number_may_look_like_one() {
        assertThat(mistakes(new Phone("123456782"))).isEmpty();
        assertThat(mistakes(new Phone(" "))).containsExactly("leeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u2003"})
    void a_text_says_something(String words) {
        assertThat(mistakes(new Words(words))).containsExactly("leeg");
    }

    @Test
    void length_counts_what_people_see_as_characters() {
        assertThat(mistakes(new Words("\ud83c\udf3b".repeat(40)))).isEmpty();
        assertThat(mistakes(new Words("\ud83c\udf3b".repeat(41)))).containsExactly("te-lang");
        assertThat(mistakes(new Words(null))).isEmpty();
    }

    @Test
    void a_choice_is_one_of_the_dutch_words() {
        assertThat(mistakes(new Choice("vinger-aan-de-pols"))).isEmpty();
        assertThat(mistakes(new Choice(null))).isEmpty();
        assertThat(mistakes(new Choice("ALONGSIDE"))).containsExactly("keuze");
        assertThat(mistakes(new Choice("samen"))).containsExactly("keuze");
        assertThat(mistakes(new Choice(""))).containsExactly("keuze");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PartyKind.class,
                Role.class,
                Category.class,
                Meeting.class,
                Line.class,
                Level.class,
                Urgency.class
            })
    <E extends Enum<E>> void every_constant_of_a_fact_has_one_dutch_word_of_its_own(Class<E> type) {
        assertThat(Arrays.stream(type.getEnumConstants()).map(Dutch::of))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(Dutch.words(type));
        assertThat(type.getEnumConstants())
                .allSatisfy(one -> assertThat(Dutch.constant(type, Dutch.of(one))).isEqualTo(one));
    }

    private static Iterable<String> mistakes(Object body) {
        return VALIDATOR.validate(body).stream().map(ConstraintViolation::getMessage).toList();
    }
}

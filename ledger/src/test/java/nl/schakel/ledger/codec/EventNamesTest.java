package nl.schakel.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import org.junit.jupiter.api.Test;

final class EventNamesTest {

    @Test
    void every_permitted_fact_has_a_stored_name_and_is_found_by_it() {
        assertThat(Samples.kinds())
                .isNotEmpty()
                .allSatisfy(
                        kind ->
                                assertThat(EventNames.named(EventNames.of(kind).name()))
                                        .isEqualTo(kind));
    }

    @Test
    void stored_names_are_unique() {
        assertThat(Samples.kinds().map(kind -> EventNames.of(kind).name())).doesNotHaveDuplicates();
    }

    @Test
    void a_stored_name_holds_no_class_and_no_package() {
        assertThat(Samples.kinds())
                .allSatisfy(
                        kind ->
                                assertThat(EventNames.of(kind).name())
                                        .matches("[a-z]+\\.[a-z]+(-[a-z]+)*")
                                        .doesNotContain(kind.getSimpleName())
                                        .doesNotContain(kind.getPackageName())
                                        .doesNotContain("nl.schakel"));
    }

    @Test
    void a_stored_name_begins_with_the_kind_of_history_that_it_is_in() {
        assertThat(Samples.kinds())
                .allSatisfy(
                        kind ->
                                assertThat(EventNames.of(kind).name())
                                        .startsWith(Samples.of(kind).stream().kind() + "."));
    }

    @Test
    void a_fact_outside_the_vocabularies_has_no_stored_name() {
        abstract class Unnamed implements Fact {
            @Override
            public StreamId stream() {
                throw new UnsupportedOperationException(Locale.ROOT.toString());
            }
        }
        assertThatThrownBy(() -> EventNames.of(Unnamed.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no stored name");
    }
}

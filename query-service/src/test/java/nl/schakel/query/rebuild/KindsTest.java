package nl.schakel.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import nl.schakel.events.Fact;
import nl.schakel.ledger.codec.Samples;
import nl.schakel.ledger.database.Database;
import nl.schakel.query.runtime.KeptView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every read model follows the histories of all that changes it. */
final class KindsTest {

    static Stream<KeptView<?>> views() {
        return new Rebuilding(new Database("jdbc:postgresql://nowhere/", Map.of()), _ -> {})
                .views().stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void what_changes_it_happens_in_a_history_that_it_follows(KeptView<?> view) {
        var changing = Samples.kinds().<Fact>map(Samples::of).filter(view.concerns()).toList();
        assertThat(changing).isNotEmpty();
        if (!view.kinds().isEmpty()) {
            assertThat(changing)
                    .allSatisfy(fact -> assertThat(view.kinds()).contains(fact.stream().kind()));
        }
    }
}

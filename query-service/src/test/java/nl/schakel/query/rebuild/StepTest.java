package nl.schakel.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.schakel.ledger.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked for by name on the command line, what is said of it, and the code it ends with. */
@Timeout(60)
final class StepTest {

    private final Quarter quarter = Quarter.living();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Step step = quarter.step(new PrintStream(said, true, StandardCharsets.UTF_8));

    @AfterEach
    void closed() {
        quarter.close();
    }

    @Test
    void what_is_named_is_compared_and_nothing_else() throws Exception {
        quarter.comes();
        quarter.level();
        assertThat(step.compare(List.of())).isZero();
        assertThat(said())
                .containsExactlyElementsOf(
                        quarter.rebuilding.names().stream()
                                .map(name -> name + "  complete")
                                .toList());

        quarter.superuser().sql("DELETE FROM query.taken WHERE fold = 'path'").update();
        assertThat(step.compare(List.of("bell", "circle"))).isZero();
        assertThat(said()).containsExactly("bell  complete", "circle  complete");
        assertThat(step.compare(List.of("bell", "path", "circle"))).isEqualTo(1);
        assertThat(said())
                .hasSize(3)
                .startsWith("bell  complete")
                .endsWith("circle  complete")
                .anyMatch(line -> line.startsWith("path  NOT COMPLETE for 1 keys"));
        assertThat(step.compare(List.of())).isEqualTo(1);
    }

    @Test
    void a_name_that_is_not_known_is_told_in_one_line_and_nothing_is_done() throws Exception {
        var sentence = "no read model is called [nobody]; there are " + quarter.rebuilding.names();
        assertThat(step.compare(List.of("path", "nobody"))).isEqualTo(2);
        assertThat(said()).containsExactly(sentence);
        assertThat(step.rebuild(List.of("path", "nobody"))).isEqualTo(2);
        assertThat(said()).containsExactly(sentence);
    }

    @Test
    void where_the_database_cannot_be_reached_nothing_can_be_told() throws Exception {
        var nowhere = new Database("jdbc:postgresql://localhost:1/nowhere", Map.of("project", "x"));
        var step = new Step(nowhere, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(step.compare(List.of("path"))).isEqualTo(2);
        assertThat(said()).singleElement(STRING).startsWith("CANNOT TELL  ");
        assertThat(step.rebuild(List.of("path"))).isEqualTo(2);
        assertThat(said()).singleElement(STRING).startsWith("CANNOT TELL  ");
    }

    /** What was said since it was last asked, by lines. */
    private List<String> said() {
        var lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        said.reset();
        return lines;
    }
}

package nl.schakel.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The moment in which rebuilt rows take the place of live ones, and what would show otherwise. */
@Timeout(60)
final class ReplacingTest {

    private final Quarter quarter = Quarter.living();

    @AfterEach
    void closed() {
        quarter.close();
    }

    @Test
    void what_comes_in_while_the_live_rows_are_replaced_is_taken_in_once() throws Exception {
        quarter.comes();
        quarter.level();
        try (var reading = quarter.asSuperuser();
                var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            reading.setAutoCommit(false);
            reading.createStatement().execute("LOCK TABLE query.path IN SHARE MODE");
            var rebuilt = beside.submit(() -> quarter.rebuilding.rebuild("path"));
            waitForThePath(1);
            quarter.comes();
            waitForThePath(2);
            reading.rollback();
            assertThat(rebuilt.get()).isEmpty();
        }
        quarter.level();
        assertThat(quarter.folds.parked()).isEmpty();
        assertThat(quarter.rebuilding.incomplete("path")).isEmpty();
        var live = quarter.digests();
        quarter.rebuilding.rebuild("path");
        assertThat(quarter.digests()).isEqualTo(live);
    }

    @Test
    void as_many_facts_but_not_the_same_ones_are_found_by_their_hash() throws Exception {
        var person = quarter.comes();
        quarter.comes();
        quarter.level();
        quarter.superuser()
                .sql("UPDATE query.taken SET seen = sha256(seen) WHERE fold = 'path' AND key = ?")
                .param(person.value())
                .update();
        assertThat(quarter.rebuilding.incomplete("path"))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.key()).isEqualTo(person.value());
                            assertThat(found.facts()).isEqualTo(found.held());
                        });
    }

    @Test
    void a_row_that_the_database_refuses_parks_its_person_alone() throws Exception {
        var unlucky = quarter.comes();
        quarter.level();
        quarter.superuser()
                .sql(
                        "ALTER TABLE query.circle ADD CHECK (key <> '%s') NOT VALID"
                                .formatted(unlucky.value()))
                .update();
        quarter.comesBack(unlucky);
        var other = quarter.comes();
        quarter.level();
        assertThat(quarter.folds.parked())
                .singleElement()
                .satisfies(
                        parked -> {
                            assertThat(parked.fold()).isEqualTo("circle");
                            assertThat(parked.key()).isEqualTo(unlucky.value());
                            assertThat(parked.reason()).endsWith("DataIntegrityViolationException");
                        });
        assertThat(quarter.folds.taken("circle", unlucky.value()).parkedSince()).isPresent();
        assertThat(quarter.folds.taken("circle", other.value()).parkedSince()).isEmpty();
        assertThat(quarter.folds.following()).isTrue();
    }

    private void waitForThePath(int waiting) throws InterruptedException {
        for (int tried = 0; tried < 2_000; tried++) {
            if (quarter.waitFor("path") >= waiting) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("nobody waits for the path");
    }
}

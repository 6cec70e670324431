package nl.schakel.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.schakel.query.runtime.Shapes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is rebuilt is what was kept live, row by row, and takes its place while life goes on. */
@Timeout(60)
final class RebuildTest {

    private final Quarter quarter = Quarter.living();

    @AfterEach
    void closed() {
        quarter.close();
    }

    @Test
    void every_table_rebuilt_is_the_table_kept_live_and_complete() throws Exception {
        for (int i = 0; i < 20; i++) {
            quarter.comes();
        }
        quarter.level();
        var live = quarter.digests();
        var walls = quarter.walls();
        assertThat(live.get("path_part")).startsWith("100 ");
        for (var name : quarter.rebuilding.names()) {
            assertThat(quarter.rebuilding.rebuild(name)).as(name).isEmpty();
        }
        assertThat(quarter.digests()).isEqualTo(live);
        assertThat(quarter.walls()).as("policies, rights and indexes").isEqualTo(walls);
    }

    @Test
    void shares_of_the_keys_make_the_same_rows_as_all_at_once() throws Exception {
        for (int i = 0; i < 20; i++) {
            quarter.comes();
        }
        quarter.level();
        var live = quarter.digests();
        quarter.rebuilding(30, _ -> {}).rebuild("path");
        assertThat(quarter.digests()).isEqualTo(live);
        assertThat(shares()).isEqualTo(5);
    }

    @Test
    void what_was_lost_or_changed_in_a_row_is_found_and_made_good() throws Exception {
        var person = quarter.comes();
        quarter.comes();
        quarter.level();
        var live = quarter.digests();
        assertThat(quarter.rebuilding.incomplete("path")).isEmpty();
        quarter.superuser()
                .sql("UPDATE query.taken SET facts = facts - 1 WHERE fold = 'path' AND key = ?")
                .param(person.value())
                .update();
        assertThat(quarter.rebuilding.incomplete("path"))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.key()).isEqualTo(person.value());
                            assertThat(found.facts()).isEqualTo(found.held() - 1);
                        });
        quarter.superuser().sql("DELETE FROM query.path_part").update();
        quarter.superuser().sql("DELETE FROM query.taken WHERE fold = 'path'").update();
        assertThat(quarter.rebuilding.incomplete("path")).hasSize(2);
        assertThat(quarter.rebuilding.rebuild("path")).isEmpty();
        assertThat(quarter.digests()).isEqualTo(live);
    }

    @Test
    void people_go_on_reading_and_writing_and_nothing_is_missed_or_taken_in_twice()
            throws Exception {
        for (int i = 0; i < 50; i++) {
            quarter.comes();
        }
        var done = new AtomicBoolean();
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing =
                    beside.submit(
                            () -> {
                                int came = 0;
                                while (!done.get()) {
                                    quarter.comes();
                                    came++;
                                }
                                return came;
                            });
            var reading =
                    beside.submit(
                            () -> {
                                while (!done.get()) {
                                    quarter.superuser()
                                            .sql("SELECT count(*) FROM query.path_part")
                                            .query(Long.class)
                                            .single();
                                }
                            });
            try {
                for (int i = 0; i < 5; i++) {
                    assertThat(quarter.rebuilding(100, _ -> {}).rebuild("path")).isEmpty();
                }
            } finally {
                done.set(true);
            }
            assertThat(writing.get()).isPositive();
            reading.get();
        }
        quarter.level();
        assertThat(quarter.folds.parked()).isEmpty();
        assertThat(quarter.rebuilding.incomplete("path")).isEmpty();
        var live = quarter.digests();
        quarter.rebuilding.rebuild("path");
        assertThat(quarter.digests()).isEqualTo(live);
    }

    @Test
    void broken_off_it_goes_on_with_the_share_that_it_was_at() throws Exception {
        for (int i = 0; i < 20; i++) {
            quarter.comes();
        }
        quarter.level();
        var live = quarter.digests();
        var seen = new ArrayList<Progress>();
        assertThatThrownBy(
                        () ->
                                quarter.rebuilding(
                                                30,
                                                progress -> {
                                                    seen.add(progress);
                                                    if (seen.size() == 3) {
                                                        throw new IllegalStateException("power");
                                                    }
                                                })
                                        .rebuild("path"))
                .hasMessage("power");
        var far = seen.getLast().facts();
        assertThat(far).isBetween(1L, 119L);
        seen.clear();
        quarter.rebuilding(30, seen::add).rebuild("path");
        assertThat(seen.getFirst().facts()).isGreaterThanOrEqualTo(far);
        assertThat(quarter.digests()).isEqualTo(live);
    }

    @Test
    void a_fact_that_cannot_be_taken_in_is_parked_as_live_does_and_others_go_on() throws Exception {
        var unlucky = quarter.comes();
        quarter.comes();
        quarter.scalesWhatNobodyAsked(unlucky);
        quarter.level();
        var live = quarter.digests();
        var parked = quarter.parked();
        assertThat(parked).contains("path NullPointerException", "path behind another");
        var incomplete = quarter.rebuilding.rebuild("path");
        assertThat(incomplete)
                .singleElement()
                .satisfies(found -> assertThat(found.key()).isEqualTo(unlucky.value()));
        assertThat(quarter.parked()).isEqualTo(parked);
        assertThat(quarter.digests()).isEqualTo(live);
    }

    @Test
    void rows_of_another_shape_are_rebuilt_by_the_step_and_told_apart_until_then()
            throws Exception {
        quarter.comes();
        quarter.level();
        quarter.rebuilding.whatChangedShape();
        var live = quarter.digests();
        assertThat(quarter.rebuilding.whatChangedShape()).isEmpty();
        quarter.superuser().sql("UPDATE query.shape SET shape = 'x' WHERE fold = 'path'").update();
        assertThat(new Shapes(JdbcClient.create(quarter.source)).stale(quarter.rebuilding.views()))
                .hasSize(1);
        assertThat(quarter.rebuilding.whatChangedShape()).containsExactly("path");
        assertThat(quarter.digests()).isEqualTo(live);
    }

    private int shares() {
        return quarter.superuser()
                .sql("SELECT shares FROM query.rebuild WHERE fold = 'path'")
                .query(Integer.class)
                .single();
    }
}

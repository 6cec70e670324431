package nl.schakel.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All moments as a clock on the wall in Amsterdam shows them. */
final class WorkingHoursTest {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final WorkingHours hours = new WorkingHours();

    @ParameterizedTest(name = "{3}: {1} after {0} is {2}")
    @CsvSource({
        "2026-03-03T10:00, PT4H,  2026-03-03T14:00, an ordinary Tuesday",
        "2026-03-03T10:00, PT0S,  2026-03-03T10:00, no time at all",
        "2026-03-03T09:00, PT8H,  2026-03-03T17:00, a whole day ends at closing",
        "2026-03-03T16:00, PT1H,  2026-03-03T17:00, exactly until closing",
        "2026-03-03T16:00, PT1H1S, 2026-03-04T09:00:01, a second past closing",
        "2026-03-03T15:00, PT4H,  2026-03-04T11:00, over a night",
        "2026-03-06T16:00, PT4H,  2026-03-09T12:00, over a weekend",
        "2026-03-03T07:30, PT1H,  2026-03-03T10:00, before opening",
        "2026-03-03T17:00, PT1H,  2026-03-04T10:00, from closing on",
        "2026-03-03T22:15, PT1H,  2026-03-04T10:00, at night",
        "2026-03-07T12:00, PT1H,  2026-03-09T10:00, on a Saturday",
        "2026-03-03T10:00, PT40H, 2026-03-10T10:00, a week of working days",
    })
    void working_time_counts_on_working_days_from_nine_to_five(
            LocalDateTime from, Duration working, LocalDateTime until, String when) {
        passes(from, working, until);
    }

    @ParameterizedTest(name = "{3}: {1} after {0} is {2}")
    @CsvSource({
        "2026-04-24T16:00, PT2H, 2026-04-28T10:00, Koningsdag on a Monday",
        "2025-04-25T16:00, PT2H, 2025-04-28T10:00, Koningsdag moves from Sunday to Saturday",
        "2026-04-02T16:00, PT2H, 2026-04-07T10:00, Goede Vrijdag and Pasen",
        "2025-05-02T16:00, PT2H, 2025-05-06T10:00, Bevrijdingsdag",
        "2026-05-04T16:00, PT2H, 2026-05-06T10:00, Bevrijdingsdag in any year",
        "2026-05-13T16:00, PT2H, 2026-05-15T10:00, Hemelvaart",
        "2026-05-22T16:00, PT2H, 2026-05-26T10:00, Pinksteren",
        "2026-12-24T16:00, PT2H, 2026-12-28T10:00, Kerst",
        "2026-12-31T16:00, PT2H, 2027-01-04T10:00, Nieuwjaar",
    })
    void national_holidays_do_not_count(
            LocalDateTime from, Duration working, LocalDateTime until, String when) {
        passes(from, working, until);
    }

    @ParameterizedTest(name = "{3}: {1} after {0} is {2}")
    @CsvSource({
        "2026-03-27T16:00, PT2H, 2026-03-30T10:00, clocks go forward on Sunday",
        "2026-10-23T16:00, PT2H, 2026-10-26T10:00, clocks go back on Sunday",
    })
    void the_clock_on_the_wall_counts_when_the_clocks_change(
            LocalDateTime from, Duration working, LocalDateTime until, String when) {
        passes(from, working, until);
    }

    @Test
    void more_time_never_ends_earlier_and_always_ends_within_working_hours() {
        var from = LocalDateTime.parse("2026-03-26T00:00");
        for (int start = 0; start < 24 * 40; start += 7) {
            var begin = from.plusHours(start).atZone(HERE).toInstant();
            var before = begin;
            for (int minutes = 1; minutes < 24 * 60; minutes += 97) {
                var end = hours.after(begin, Duration.ofMinutes(minutes));
                assertThat(end).isAfterOrEqualTo(before);
                assertThat(end.atZone(HERE).getHour()).isBetween(9, 17);
                assertThat(end.atZone(HERE).getDayOfWeek().getValue()).isLessThan(6);
                before = end;
            }
        }
    }

    private void passes(LocalDateTime from, Duration working, LocalDateTime until) {
        var end = hours.after(from.atZone(HERE).toInstant(), working);
        assertThat(end.atZone(HERE).toLocalDateTime()).isEqualTo(until);
    }
}

package nl.schakel.standalone.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The last year in which the whole story lies behind us, in weeks from the first Monday of March.
 */
record StoryYear(LocalDate begins) {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final Month OVER = Month.NOVEMBER;

    static StoryYear before(Instant now) {
        var today = now.atZone(HERE).toLocalDate();
        int year = today.getMonth().compareTo(OVER) < 0 ? today.getYear() - 1 : today.getYear();
        var march = LocalDate.of(year, Month.MARCH, 1);
        return new StoryYear(march.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    }

    /** The Friday morning before it begins. */
    Instant eve() {
        return begins.minusDays(3).atTime(9, 0).atZone(HERE).toInstant();
    }

    /** A day of a week; week 0 is the first one. */
    LocalDate day(int week, DayOfWeek day) {
        return begins.plusWeeks(week).with(TemporalAdjusters.nextOrSame(day));
    }

    /** A moment on such a day, on a Dutch clock. */
    Instant at(int week, DayOfWeek day, String time) {
        return day(week, day).atTime(LocalTime.parse(time)).atZone(HERE).toInstant();
    }
}

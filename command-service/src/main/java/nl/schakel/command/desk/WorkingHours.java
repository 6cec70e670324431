package nl.schakel.command.desk;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Time as it counts in agreements: Monday to Friday 09:00–17:00 Europe/Amsterdam, without national
 * holidays (rule 21).
 */
public final class WorkingHours {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));

    /** The moment at which so much working time has passed since then. */
    public Instant after(Instant from, Duration working) {
        var now = opened(from.atZone(HERE));
        var left = working;
        while (left.compareTo(untilClosing(now)) > 0) {
            left = left.minus(untilClosing(now));
            now = opened(now.toLocalDate().plusDays(1).atStartOfDay(HERE));
        }
        return now.plus(left).toInstant();
    }

    private ZonedDateTime opened(ZonedDateTime at) {
        var day = at.toLocalDate();
        if (works(day) && at.toLocalTime().isBefore(CLOSES)) {
            return at.toLocalTime().isBefore(OPENS) ? day.atTime(OPENS).atZone(HERE) : at;
        }
        do {
            day = day.plusDays(1);
        } while (!works(day));
        return day.atTime(OPENS).atZone(HERE);
    }

    private static Duration untilClosing(ZonedDateTime at) {
        return Duration.between(at, at.toLocalDate().atTime(CLOSES).atZone(HERE));
    }

    private boolean works(LocalDate day) {
        var weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.isHoliday(day);
    }
}

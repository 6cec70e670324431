package nl.schakel.query.web.frame;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Days and times as people here say them: Dutch, in Amsterdam. */
public final class Dates {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", DUTCH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", DUTCH);

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", DUTCH);

    private Dates() {}

    /** A day and a time as a field of a form holds them. */
    public static String field(Instant when) {
        return FIELD.format(when.atZone(HERE));
    }

    /**
     * What a field for a day and a time holds, as the API wants it; as it is when it is neither.
     */
    public static String sent(String field) {
        try {
            return LocalDateTime.parse(field).atZone(HERE).toOffsetDateTime().toString();
        } catch (DateTimeParseException e) {
            return field;
        }
    }

    /** When a day is over here. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(HERE).toInstant().minusMillis(1);
    }

    /** A day and a time. */
    public static String time(Instant when) {
        return TIME.format(when.atZone(HERE));
    }

    /** A day. */
    public static String day(Instant when) {
        return DAY.format(when.atZone(HERE));
    }

    /** A day. */
    public static String day(LocalDate when) {
        return DAY.format(when);
    }
}

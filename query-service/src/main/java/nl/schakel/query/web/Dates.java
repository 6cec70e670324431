package nl.schakel.query.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people here say them: Dutch, in Amsterdam. */
public final class Dates {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", DUTCH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", DUTCH);

    private Dates() {}

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

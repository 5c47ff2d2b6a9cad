package org.regulars.internal.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.regulars.Lot;
import org.regulars.internal.values.Values;

/** Days and times as a person says them, in the program's zone. */
record Dates(ZoneId zone) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** A date that stands alone: 31 December 2027. */
    static String day(String date) {
        return DAY.format(LocalDate.parse(date));
    }

    /** With the weekday and the time of day. */
    String when(Instant time) {
        return WHEN.format(time.atZone(zone));
    }

    /** The day of a time. */
    String dayOf(String time) {
        return DAY.format(Values.moment(time).atZone(zone));
    }

    /** A midnight is said by its day alone. */
    String moment(String time) {
        ZonedDateTime at = Values.moment(time).atZone(zone);
        return DAY.format(at) + (at.toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : ", " + TIME.format(at));
    }

    /** Through when a lot can be used, with a comma in front; nothing if it has no end. */
    String through(Lot lot) {
        return lot.expiresAt() == null ? "" : ", good through " + lastDay(lot.expiresAt());
    }

    /** The last day of what is gone from a time on. */
    String lastDay(String end) {
        return DAY.format(Values.moment(end).atZone(zone).minusNanos(1));
    }
}

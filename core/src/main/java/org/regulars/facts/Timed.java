package org.regulars.facts;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** When something happened, as the program's calendar and clock say. Dates and times compare as text. */
interface Timed extends CalendarWords {

    /** The moment in the program's zone. */
    ZonedDateTime moment();

    /** The date, as in {@code date >= "2026-06-01", date <= "2026-08-31"}. */
    default String date() {
        return moment().toLocalDate().toString();
    }

    /** The time of day, in hours and minutes, as in {@code time >= "08:00", time < "10:00"}. */
    default String time() {
        return moment().toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** The day of the week, as in {@code day == SATURDAY}. */
    default DayOfWeek day() {
        return moment().getDayOfWeek();
    }

    /** The month, as in {@code month == DECEMBER}. */
    default Month month() {
        return moment().getMonth();
    }

    /** The day of the month, 1 to 31. */
    default int dayOfMonth() {
        return moment().getDayOfMonth();
    }

    /** Whether it is a Saturday or a Sunday. */
    default boolean weekend() {
        return day() == SATURDAY || day() == SUNDAY;
    }

    /** The date so many months before, as in {@code member.lastActive < monthsAgo( 6 )}: more than six months ago. */
    default String monthsAgo(int months) {
        return moment().toLocalDate().minusMonths(months).toString();
    }

    /** The date so many years before, as in {@code member.lastActive < yearsAgo( 1 )}: more than a year ago. */
    default String yearsAgo(int years) {
        return moment().toLocalDate().minusYears(years).toString();
    }
}
